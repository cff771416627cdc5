"""Sentences parsed by hand in two schemes; one line a word: word, STTS tag, head:label in UD, head:label in TIGER.

Heads count from 1, 0 is the root. `=` stands for "as in UD".
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
und      KON    6:cc     3:cd
dann     ADV    6:advmod 6:mo
bestritt VVFIN  3:conj   4:cj
alles    PIS    6:obj    6:oa
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
# sentence, place of a verb, subject's place, content clause's words (None: it has none)
QUESTIONS = [
    ("DASS", DASS, "sagte", "Ministerin", "dass der Damm gebrochen sei"),
    ("VERB_SECOND", VERB_SECOND, "erklärte", "Adler", "niemand habe ihn gewarnt"),
    ("VERB_SECOND inner", VERB_SECOND, "habe", "niemand", None),
    ("BEHIND", BEHIND, "sagte", "Sprecher", "Wir werden klagen"),
    ("BEHIND inner", BEHIND, "klagen", "Wir", None),
    ("PASSIVE", PASSIVE, "wurde", "Unfall", None),
    ("MODAL", MODAL, "will", "Berg", None),
    ("SEPARABLE", SEPARABLE, "teilte", "Amt", "es gebe keine Gefahr"),
    ("COORDINATED", COORDINATED, "bestritt", "Chef", None),
    ("COPULA", COPULA, "berichten", "Anwohner", None),
    ("RELATIVE", RELATIVE, "schwieg", "Frau", None),
    ("RELATIVE inner", RELATIVE, "sah", "die", None),
    ("APPOSITION", APPOSITION, "drohte", "Minister", "das Geld zu streichen"),
    ("PERFECT", PERFECT, "widersprochen", "Frau", None),
    ("LAUT", LAUT, "geflohen", "Männer", None),
]
