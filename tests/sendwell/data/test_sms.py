"""The loader of the SMS Spam Collection, on a small stand-in: never on the network."""

from __future__ import annotations

import functools
import hashlib
import http.server
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sendwell.data import Message, NoCollectionError, sms, sms_spam

TEXT = (
    "ham\tSee you at the pond at 9\n"
    "ham\tsee you at the pond, at 10!\n"
    "spam\tWin a sofa now\n"
    "spam\tHot SEX chat\n"
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(sms, "SHA256", hashlib.sha256(TEXT.encode()).hexdigest())
    monkeypatch.delenv(sms.COPY, raising=False)


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "served"
    folder.mkdir()
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr(sms.MEMBER, TEXT)
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    monkeypatch.setattr(sms, "ADDRESS", f"http://127.0.0.1:{server.server_port}/c.zip")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder / "c.zip"
    server.shutdown()
    server.server_close()


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "copy.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv(sms.COPY, str(path))
    return path


def test_a_copy_is_read_and_filtered_for_a_classroom(copy: Path) -> None:
    first, second, third = sms_spam()
    assert first == Message(
        "sms-0001", "See you at the pond at 9", "en", "personal", first.family, "sms-spam"
    )
    assert second.family == first.family != third.family
    assert (third.id, third.label) == ("sms-0003", "uninvited")


def test_everything_is_there_when_asked_for(copy: Path) -> None:
    assert [message.id[-1] for message in sms_spam(classroom=False)] == ["1", "2", "3", "4"]


def test_another_file_is_refused(copy: Path) -> None:
    copy.write_text(TEXT + "ham\tone more\n", encoding="utf-8")
    with pytest.raises(NoCollectionError, match="checksum"):
        sms_spam()


def test_a_wrong_path_is_named(copy: Path) -> None:
    copy.unlink()
    with pytest.raises(NoCollectionError, match=r"copy\.txt cannot be read.*SENDWELL_SMS_SPAM"):
        sms_spam()


def test_it_is_fetched_once_with_progress_and_then_cached(
    served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(sms_spam()) == 3
    assert "SMS Spam Collection:" in capsys.readouterr().out
    served.unlink()
    assert len(sms_spam()) == 3


def test_without_a_network_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sms, "ADDRESS", "http://127.0.0.1:9/none.zip")
    with pytest.raises(NoCollectionError, match=r"network\?.*SENDWELL_SMS_SPAM.*messages\(\)"):
        sms_spam()
