#!/usr/bin/env python3
"""The summarizers of Python under the two commands of this package's program.

  peers.py answer TOOL    rows of JSON on standard input, {"id", "summary"} on standard output, within each row's budget
  peers.py probe TOOL     the same rows, five sentences of each; prints bytes, seconds and kilobytes

Each tool gets its own stemmer and stop words for English and Portuguese and works without them in other languages. sumy's
tokenizer wants models that no package ships, so it gets a plain one, which cuts behind stops.
"""
import json
import re
import resource
import sys
import time

WORD = re.compile(r"[^\W_]+")
CUT = re.compile(r"(?<=[.!?…])[\"'”»’)\]]*\s+")
LANGUAGES = {"en": "english", "pt": "portuguese"}
MOST = 60
# Once the ranking has so many times the words that are wanted, what comes later fills no gap worth the time.
ENOUGH = 2


class Tokenizer:
    """What sumy asks of a tokenizer."""

    def __init__(self, language):
        self.language = language

    def to_sentences(self, paragraph):
        return tuple(x.strip() for x in CUT.split(paragraph) if WORD.search(x))

    def to_words(self, sentence):
        return tuple(WORD.findall(sentence))


def language(row):
    return LANGUAGES.get(row.get("lang", "en").split("-")[0])


def text(row):
    return "\n\n".join(doc["text"] for doc in row["docs"]) if row.get("docs") else row["text"]


class Sumy:
    def __init__(self, name):
        from sumy.summarizers.edmundson import EdmundsonSummarizer
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.luhn import LuhnSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
        self.kind = {"lexrank": LexRankSummarizer, "textrank": TextRankSummarizer, "lsa": LsaSummarizer,
                     "luhn": LuhnSummarizer, "edmundson": EdmundsonSummarizer}[name]
        self.known = {}

    def tools(self, known):
        """A tokenizer, the summarizer, and its stop words: made once."""
        from sumy.nlp.stemmers import Stemmer, null_stemmer
        from sumy.utils import get_stop_words
        if known not in self.known:
            stop = get_stop_words(known) if known else frozenset(["a"])
            summarizer = self.kind(Stemmer(known) if known else null_stemmer)
            summarizer.stop_words = stop
            self.known[known] = Tokenizer(known), summarizer, stop
        return self.known[known]

    def best(self, row, count):
        from sumy.parsers.plaintext import PlaintextParser
        tokenizer, summarizer, stop = self.tools(language(row))
        document = PlaintextParser.from_string(text(row), tokenizer).document
        if hasattr(summarizer, "bonus_words"):
            first = document.sentences[0].words if document.sentences else ("a",)
            summarizer.bonus_words = WORD.findall(row.get("title") or "") or first
            summarizer.stigma_words = summarizer.null_words = stop
        return [str(sentence) for sentence in summarizer(document, count)]

    def ranked(self, row):
        """In the order of their worth, as many as could fit: the best n of growing n are asked for."""
        ranking, words = [], 0
        for count in range(1, row.get("max_sentences", MOST) + 1):
            best = [x for x in self.best(row, count) if x not in ranking]
            words += sum(len(WORD.findall(x)) for x in best)
            ranking += best
            if not best or words > ENOUGH * row.get("max_words", words):
                break
        return ranking


class Summa:
    def scored(self, row):
        from summa import summarizer
        found = summarizer.summarize(text(row), ratio=1.0, language=language(row) or "english", split=True, scores=True)
        return sorted(found, key=lambda pair: -pair[1])

    def best(self, row, count):
        return [x for x, _ in self.scored(row)[:count]]

    def ranked(self, row):
        return [x for x, _ in self.scored(row)]


def fill(row, ranking):
    """The first that fit, in the order of the text."""
    words, sentences = row.get("max_words"), row.get("max_sentences")
    got, used = [], 0
    for sentence in ranking:
        count = len(WORD.findall(sentence))
        if count == 0 or sentences and len(got) >= sentences or words and got and used + count > words:
            continue
        got.append(sentence)
        used += count
    whole = text(row)
    return " ".join(sorted(got, key=whole.find))


def main():
    command, name = sys.argv[1:3]
    tool = Summa() if name == "summa" else Sumy(name)
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    if command == "answer":
        for row in rows:
            summary = fill(row, tool.ranked(row)) or text(row)[:200]
            print(json.dumps({"id": row["id"], "summary": summary}, ensure_ascii=False))
        return
    tool.best(dict(rows[0], text="A minister spoke. Another answered. Both left.", docs=None), 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    for row in rows:
        tool.best(row, 5)
    seconds = time.process_time() - start
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    size = sum(len(text(row).encode()) for row in rows)
    print(json.dumps({"bytes": size, "seconds": seconds, "kilobytes": more}))


main()
