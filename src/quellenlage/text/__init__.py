"""String tools that know no news: data files, lines, views with a way back, words, shingles."""
