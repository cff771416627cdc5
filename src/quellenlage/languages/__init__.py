"""Language packs: the words of a language as data, the same files in each folder, and the loader that checks them."""
