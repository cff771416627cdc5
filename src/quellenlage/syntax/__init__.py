"""What reads a sentence: back ends that tag and parse it, and the questions the steps ask of the result.

The steps ask for roles (who is the subject of this verb, which clause does it govern), never for labels of a treebank;
the adapters here bring each back end's labels into the words of `model.syntax`.
"""
