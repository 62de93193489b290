"""Reads every feed of a site and fails if one does not have what Atom requires, or links to a missing page."""

import pathlib
import sys
from urllib.parse import unquote

import feedparser

root = pathlib.Path(sys.argv[1]).resolve()
feeds = sorted(root.rglob("changes.xml"))
assert len(feeds) >= 5, feeds
for path in feeds:
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo, (path, feed.get("bozo_exception"))
    assert feed.version == "atom10", (path, feed.version)
    assert feed.feed.id and feed.feed.title and feed.feed.updated_parsed and feed.feed.author, path
    assert feed.entries, path
    times = [entry.updated_parsed for entry in feed.entries]
    assert None not in times and times == sorted(times, reverse=True), path
    assert feed.feed.updated_parsed == times[0], path
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)), path
    for entry in feed.entries:
        assert entry.title and entry.summary, (path, entry)
        target = (path.parent / unquote(entry.link)).resolve()
        assert target.is_file() and root in target.parents, (path, entry.link)
