"""Sentences parsed by hand, one line a word: word, STTS tag, head:label in UD, head:label in the other scheme.

The other scheme is TIGER for German and ClearNLP for English; heads count from 1, 0 is the root. Below them the
questions: sentence, question, word asked about, answer (the word, or the words of a range); None where there is none.
"""

from __future__ import annotations

DASS = """
Die      ART    2:det    2:nk
Ministerin NN   3:nsubj  3:sb
sagte    VVFIN  0:root   0:ROOT
,        $,     9:punct  3:punct
dass     KOUS   8:mark   9:cp
der      ART    7:det    7:nk
Damm     NN     8:nsubj  9:sb
gebrochen VVPP  3:ccomp  9:oc
sei      VAFIN  8:aux    3:oc
.        $.     3:punct  3:punct
"""
VERB_SECOND = """
Adler    NE     2:nsubj  2:sb
erklärte VVFIN  0:root   0:ROOT
,        $,     7:punct  2:punct
niemand  PIS    7:nsubj  5:sb
habe     VAFIN  7:aux    2:oc
ihn      PPER   7:obj    7:oa
gewarnt  VVPP   2:ccomp  5:oc
.        $.     2:punct  2:punct
"""
BEHIND = """
„        $(     4:punct  4:punct
Wir      PPER   4:nsubj  3:sb
werden   VAFIN  4:aux    6:oc
klagen   VVINF  6:ccomp  3:oc
“        $(     4:punct  6:punct
sagte    VVFIN  0:root   0:ROOT
der      ART    8:det    8:nk
Sprecher NN     6:nsubj  6:sb
der      ART    10:det   10:nk
Bahn     NN     8:nmod   8:ag
.        $.     6:punct  6:punct
"""
PASSIVE = """
Der      ART    2:det        2:nk
Unfall   NN     7:nsubj:pass 3:sb
wurde    VAFIN  7:aux:pass   0:ROOT
von      APPR   6:case       7:sbp
der      ART    6:det        6:nk
Polizei  NN     7:obl:agent  4:nk
bestätigt VVPP  0:root       3:oc
.        $.     7:punct      3:punct
"""
WOULD = """
Die      ART    2:det    2:nk
Fähre    NN     4:nsubj  3:sb
würde    VAFIN  4:aux    0:ROOT
sinken   VVINF  0:root   3:oc
.        $.     4:punct  3:punct
"""
WOULD_BE = """
Die      ART    2:det        2:nk
Fähre    NN     4:nsubj:pass 3:sb
würde    VAFIN  4:aux:pass   0:ROOT
verkauft VVPP   0:root       3:oc
.        $.     4:punct      3:punct
"""
MODAL = """
Berg     NE     6:nsubj  2:sb
will     VMFIN  6:aux    0:ROOT
den      ART    4:det    4:nk
Bericht  NN     6:obj    6:oa
nicht    PTKNEG 6:advmod 6:ng
kennen   VVINF  0:root   2:oc
.        $.     6:punct  2:punct
"""
SEPARABLE = """
Am       APPRART 2:case   3:mo
Montag   NN      3:obl    1:nk
teilte   VVFIN   0:root   0:ROOT
das      ART     5:det    5:nk
Amt      NN      3:nsubj  3:sb
mit      PTKVZ   3:compound:prt 3:svp
,        $,      11:punct 3:punct
es       PPER    11:nsubj 9:sb
gebe     VVFIN   3:ccomp  3:oc
keine    PIAT    11:det   11:nk
Gefahr   NN      9:obj    9:oa
.        $.      3:punct  3:punct
"""
COORDINATED = """
Der      ART    2:det    2:nk
Chef     NN     3:nsubj  3:sb
schwieg  VVFIN  0:root   0:ROOT
und      KON    5:cc     3:cd
bestritt VVFIN  3:conj   4:cj
dann     ADV    5:advmod 5:mo
alles    PIS    5:obj    5:oa
.        $.     3:punct  3:punct
"""
COPULA = """
Das      ART    2:det    2:nk
Dorf     NN     5:nsubj  3:sb
ist      VAFIN  5:cop    0:ROOT
nun      ADV    5:advmod 3:mo
leer     ADJD   0:root   3:pd
,        $,     8:punct  3:punct
wie      KOUS   9:mark   9:mo
Anwohner NN     9:nsubj  9:sb
berichten VVFIN 5:advcl  3:mo
.        $.     5:punct  3:punct
"""
RELATIVE = """
Die      ART    2:det    2:nk
Frau     NN     8:nsubj  8:sb
,        $,     6:punct  2:punct
die      PRELS  6:nsubj  6:sb
alles    PIS    6:obj    6:oa
sah      VVFIN  2:acl:relcl 2:rc
,        $,     6:punct  2:punct
schwieg  VVFIN  0:root   0:ROOT
.        $.     8:punct  8:punct
"""
APPOSITION = """
Minister NN     4:nsubj  4:sb
Jonas    NE     1:appos  3:pnc
Keller   NE     2:flat   1:nk
drohte   VVFIN  0:root   0:ROOT
,        $,     8:punct  4:punct
das      ART    7:det    7:nk
Geld     NN     9:obj    9:oa
zu       PTKZU  9:mark   9:pm
streichen VVINF 4:xcomp  4:oc
.        $.     4:punct  4:punct
"""
PERFECT = """
Gestern  ADV    5:advmod 2:mo
hat      VAFIN  5:aux    0:ROOT
dem      ART    4:det    4:nk
Sender   NN     5:obl:arg 5:da
widersprochen VVPP 0:root 2:oc
Frau     NN     5:nsubj  2:sb
Lenz     NE     6:appos  6:nk
.        $.     5:punct  2:punct
"""
LAUT = """
Laut     APPR   2:case   5:mo
Polizei  NN     6:obl    1:nk
sind     VAFIN  6:aux    0:ROOT
zwei     CARD   5:nummod 5:nk
Männer   NN     6:nsubj  3:sb
geflohen VVPP   0:root   3:oc
.        $.     6:punct  3:punct
"""
ANGABEN = """
Nach     APPR   2:case   5:mo
Angaben  NN     5:obl    1:nk
der      ART    4:det    4:nk
Behörde  NN     2:nmod   2:ag
brannte  VVFIN  0:root   0:ROOT
ein      ART    7:det    7:nk
Lager    NN     5:nsubj  5:sb
.        $.     5:punct  5:punct
"""
ZUFOLGE = """
Einem    ART    2:det    2:nk
Bericht  NN     4:obl    3:nk
zufolge  APPO   2:case   4:mo
fehlen   VVFIN  0:root   0:ROOT
nun      ADV    4:advmod 4:mo
Helfer   NN     4:nsubj  4:sb
.        $.     4:punct  4:punct
"""
ASKED = """
Niemand  PIS    2:nsubj  2:sb
weiß     VVFIN  0:root   0:ROOT
,        $,     7:punct  2:punct
wer      PWS    7:nsubj  8:sb
den      ART    6:det    6:nk
Zug      NN     7:obj    7:oa
gestoppt VVPP   2:ccomp  8:oc
hat      VAFIN  7:aux    2:oc
.        $.     2:punct  2:punct
"""
INSERTED = """
Der      ART    2:det    2:nk
See      NN     8:nsubj  7:sb
,        $,     4:punct  4:punct
sagte    VVFIN  8:parataxis 0:ROOT
Adler    NE     4:nsubj  4:sb
,        $,     4:punct  4:punct
sei      VAFIN  8:cop    4:oc
tief     ADJD   0:root   7:pd
.        $.     8:punct  4:punct
"""
FRONTED = """
Den      ART    2:det    2:nk
Antrag   NN     3:obj    3:oa
lehnte   VVFIN  0:root   0:ROOT
die      ART    5:det    5:nk
Stadt    NN     3:nsubj  3:sb
ab       PTKVZ  3:compound:prt 3:svp
.        $.     3:punct  3:punct
"""
BOTH = """
Bund     NN     4:nsubj  4:sb
und      KON    3:cc     1:cd
Land     NN     1:conj   2:cj
zahlen   VVFIN  0:root   0:ROOT
keinen   PIAT   6:det    6:nk
Cent     NN     4:obj    4:oa
.        $.     4:punct  4:punct
"""
# English: UD and ClearNLP
EN_THAT = """
The      ART    2:det    2:det
minister NN     3:nsubj  3:nsubj
said     VVFIN  0:root   0:ROOT
that     KOUS   8:mark   8:mark
the      ART    6:det    6:det
dam      NN     8:nsubj  8:nsubj
had      VAFIN  8:aux    8:aux
broken   VVPP   3:ccomp  3:ccomp
.        $.     3:punct  3:punct
"""
EN_BARE = """
Adler    NE     2:nsubj  2:nsubj
said     VVFIN  0:root   0:ROOT
nobody   PIS    4:nsubj  4:nsubj
warned   VVFIN  2:ccomp  2:ccomp
him      PPER   4:obj    4:dobj
.        $.     2:punct  2:punct
"""
EN_BEHIND = """
“        $(     4:punct  6:punct
We       PPER   4:nsubj  4:nsubj
will     VMFIN  4:aux    4:aux
sue      VVINF  0:root   7:ccomp
,        $,     4:punct  7:punct
”        $(     4:punct  7:punct
said     VVFIN  4:parataxis 0:ROOT
the      ART    9:det    9:det
speaker  NN     7:nsubj  7:nsubj
.        $.     4:punct  7:punct
"""
EN_PASSIVE = """
The      ART    2:det    2:det
crash    NN     4:nsubj:pass 4:nsubjpass
was      VAFIN  4:aux:pass 4:auxpass
confirmed VVPP  0:root   0:ROOT
by       APPR   6:case   4:agent
police   NN     4:obl:agent 5:pobj
.        $.     4:punct  4:punct
"""
EN_ACCORDING = """
Two      CARD   2:nummod 2:nummod
men      NN     3:nsubj  3:nsubj
fled     VVFIN  0:root   0:ROOT
,        $,     7:punct  3:punct
according APPR  7:case   3:prep
to       APPR   5:fixed  5:prep
police   NN     3:obl    6:pobj
.        $.     3:punct  3:punct
"""
EN_MODAL = """
Berg     NE     4:nsubj  4:nsubj
could    VMFIN  4:aux    4:aux
not      PTKNEG 4:advmod 4:neg
read     VVINF  0:root   0:ROOT
the      ART    6:det    6:det
report   NN     4:obj    4:dobj
.        $.     4:punct  4:punct
"""
EN_JOINED = """
The      ART    2:det    2:det
boss     NN     3:nsubj  3:nsubj
waited   VVFIN  0:root   0:ROOT
and      KON    5:cc     3:cc
denied   VVFIN  3:conj   3:conj
everything PIS  5:obj    5:dobj
.        $.     3:punct  3:punct
"""
EN_COPULA = """
The      ART    2:det    2:det
village  NN     4:nsubj  3:nsubj
is       VAFIN  4:cop    0:ROOT
empty    ADJD   0:root   3:acomp
now      ADV    4:advmod 3:advmod
.        $.     4:punct  3:punct
"""
EN_RELATIVE = """
The      ART    2:det    2:det
woman    NN     6:nsubj  6:nsubj
who      PRELS  4:nsubj  4:nsubj
saw      VVFIN  2:acl:relcl 2:relcl
it       PPER   4:obj    4:dobj
left     VVFIN  0:root   0:ROOT
.        $.     6:punct  6:punct
"""
EN_INFINITIVE = """
Keller   NE     2:nsubj  2:nsubj
promised VVFIN  0:root   0:ROOT
to       PTKZU  4:mark   4:aux
open     VVINF  2:xcomp  2:xcomp
the      ART    6:det    6:det
park     NN     4:obj    4:dobj
.        $.     2:punct  2:punct
"""
EN_APPOSITION = """
Lenz     NE     6:nsubj  6:nsubj
,        $,     1:punct  1:punct
the      ART    4:det    4:det
mayor    NN     1:appos  1:appos
,        $,     1:punct  1:punct
agreed   VVFIN  0:root   0:ROOT
.        $.     6:punct  6:punct
"""
EN_BOTH = """
Cities   NN     4:nsubj  4:nsubj
and      KON    3:cc     1:cc
towns    NN     1:conj   1:conj
pay      VVFIN  0:root   0:ROOT
for      APPR   6:case   4:prep
buses    NN     4:obl    5:pobj
.        $.     4:punct  4:punct
"""

QUESTIONS = [
    ("DASS", "subject", "sagte", "Ministerin"),
    ("DASS", "content", "sagte", "dass der Damm gebrochen sei"),
    ("DASS", "subject", "gebrochen", "Damm"),
    ("DASS", "content", "sei", None),
    ("DASS", "clause", "Damm", "dass der Damm gebrochen sei"),
    ("DASS", "governing verb", "Damm", "gebrochen"),
    ("DASS", "phrase", "Ministerin", "Die Ministerin"),
    ("VERB_SECOND", "subject", "erklärte", "Adler"),
    ("VERB_SECOND", "content", "erklärte", "niemand habe ihn gewarnt"),
    ("VERB_SECOND", "subject", "habe", "niemand"),
    ("VERB_SECOND", "object", "gewarnt", "ihn"),
    ("VERB_SECOND", "negation", "gewarnt", "niemand"),
    ("BEHIND", "subject", "sagte", "Sprecher"),
    ("BEHIND", "content", "sagte", "Wir werden klagen"),
    ("BEHIND", "subject", "klagen", "Wir"),
    ("BEHIND", "phrase", "Sprecher", "der Sprecher der Bahn"),
    ("BEHIND", "passive", "klagen", None),
    ("PASSIVE", "subject", "wurde", "Unfall"),
    ("PASSIVE", "passive", "wurde", "passive"),
    ("PASSIVE", "agent", "bestätigt", "Polizei"),
    ("PASSIVE", "object", "bestätigt", None),
    ("MODAL", "subject", "will", "Berg"),
    ("MODAL", "object", "kennen", "Bericht"),
    ("MODAL", "negation", "will", "nicht"),
    ("MODAL", "content", "kennen", None),
    ("MODAL", "modal", "kennen", "will"),
    ("MODAL", "conditional", "kennen", None),
    ("PASSIVE", "modal", "bestätigt", None),
    ("WOULD", "conditional", "sinken", "conditional"),
    ("WOULD", "conditional", "würde", "conditional"),
    ("WOULD", "modal", "sinken", None),
    ("DASS", "mood", "gebrochen", "first"),
    ("DASS", "mood", "sagte", None),
    ("WOULD_BE", "conditional", "verkauft", None),
    ("WOULD_BE", "passive", "verkauft", "passive"),
    ("MODAL", "agent", "kennen", None),
    ("SEPARABLE", "subject", "teilte", "Amt"),
    ("SEPARABLE", "content", "teilte", "es gebe keine Gefahr"),
    ("SEPARABLE", "negation", "gebe", "keine"),
    ("SEPARABLE", "negation", "teilte", None),
    ("COORDINATED", "subject", "bestritt", "Chef"),
    ("COORDINATED", "object", "bestritt", "alles"),
    ("COORDINATED", "conjuncts", "schwieg", "bestritt"),
    ("COPULA", "subject", "berichten", "Anwohner"),
    ("COPULA", "content", "berichten", None),
    ("COPULA", "subject", "ist", "Dorf"),
    ("RELATIVE", "subject", "schwieg", "Frau"),
    ("RELATIVE", "subject", "sah", "die"),
    ("RELATIVE", "clause", "alles", "die alles sah"),
    ("RELATIVE", "clause", "schwieg", "Die Frau schwieg"),
    ("RELATIVE", "phrase", "Frau", "Die Frau"),
    ("APPOSITION", "subject", "drohte", "Minister"),
    ("APPOSITION", "content", "drohte", "das Geld zu streichen"),
    ("APPOSITION", "subject", "streichen", None),
    ("APPOSITION", "object", "streichen", "Geld"),
    ("APPOSITION", "phrase", "Minister", "Minister Jonas Keller"),
    ("PERFECT", "subject", "widersprochen", "Frau"),
    ("PERFECT", "object", "widersprochen", None),
    ("PERFECT", "passive", "hat", None),
    ("LAUT", "subject", "geflohen", "Männer"),
    ("LAUT", "speaker", "Laut", "Polizei"),
    ("ANGABEN", "subject", "brannte", "Lager"),
    ("ANGABEN", "speaker", "Angaben", "Behörde"),
    ("ZUFOLGE", "speaker", "zufolge", "Bericht"),
    ("ZUFOLGE", "subject", "fehlen", "Helfer"),
    ("ASKED", "subject", "gestoppt", "wer"),
    ("ASKED", "content", "weiß", "wer den Zug gestoppt hat"),
    ("ASKED", "object", "hat", "Zug"),
    ("INSERTED", "subject", "sagte", "Adler"),
    ("INSERTED", "subject", "sei", "See"),
    ("INSERTED", "content", "sagte", "Der See sei tief"),
    ("FRONTED", "subject", "lehnte", "Stadt"),
    ("FRONTED", "object", "lehnte", "Antrag"),
    ("BOTH", "subject", "zahlen", "Bund"),
    ("BOTH", "conjuncts", "Bund", "Land"),
    ("BOTH", "conjuncts", "Land", "Bund"),
    ("BOTH", "negation", "zahlen", "keinen"),
    ("BOTH", "phrase", "Bund", "Bund und Land"),
]
ENGLISH = [
    ("EN_THAT", "subject", "said", "minister"),
    ("EN_THAT", "content", "said", "that the dam had broken"),
    ("EN_THAT", "subject", "had", "dam"),
    ("EN_BARE", "subject", "said", "Adler"),
    ("EN_BARE", "content", "said", "nobody warned him"),
    ("EN_BARE", "object", "warned", "him"),
    ("EN_BEHIND", "subject", "said", "speaker"),
    ("EN_BEHIND", "content", "said", "We will sue"),
    ("EN_BEHIND", "subject", "sue", "We"),
    ("EN_PASSIVE", "subject", "was", "crash"),
    ("EN_PASSIVE", "agent", "confirmed", "police"),
    ("EN_PASSIVE", "passive", "was", "passive"),
    ("EN_ACCORDING", "subject", "fled", "men"),
    ("EN_ACCORDING", "speaker", "according", "police"),
    ("EN_MODAL", "subject", "could", "Berg"),
    ("EN_MODAL", "object", "read", "report"),
    ("EN_MODAL", "negation", "could", "not"),
    ("EN_JOINED", "subject", "denied", "boss"),
    ("EN_JOINED", "conjuncts", "waited", "denied"),
    ("EN_COPULA", "subject", "is", "village"),
    ("EN_RELATIVE", "subject", "left", "woman"),
    ("EN_RELATIVE", "subject", "saw", "who"),
    ("EN_RELATIVE", "phrase", "woman", "The woman"),
    ("EN_INFINITIVE", "content", "promised", "to open the park"),
    ("EN_INFINITIVE", "object", "open", "park"),
    ("EN_APPOSITION", "subject", "agreed", "Lenz"),
    ("EN_BOTH", "conjuncts", "Cities", "towns"),
    ("EN_BOTH", "object", "pay", None),
]
