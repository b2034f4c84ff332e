"""What a user of the library sees."""

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord import wiring
from onrecord.errors import DocumentError, UnreadableFile
from tests.fakes import FakePipeline

TEXT = "“Maravia will not yield,” said Irena Valk.\n"


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """The fake in the model's place."""
    fake = FakePipeline()
    monkeypatch.setattr(wiring, "process_pipeline", lambda: fake)
    return fake


@pytest.mark.parametrize(
    "module",
    ["onnxruntime", "tokenizers", "numpy", "trafilatura", "lxml", "sqlalchemy", "typer", "rich"],
)
def test_importing_loads_none_of_the_parts(module: str) -> None:
    """`import onrecord` is cheap: parts are loaded by the first call that needs them."""
    code = f"import onrecord, sys; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_all_public_names_are_there() -> None:
    """Each name in `__all__` can be used."""
    assert [name for name in onrecord.__all__ if not hasattr(onrecord, name)] == []


def test_a_str_is_a_text() -> None:
    """Even where a file has that name."""
    found = onrecord.read(TEXT)
    assert found.statements[0].speakers[0].name == "Irena Valk"
    assert onrecord.read(__file__).document.text == __file__


def test_a_path_is_a_file(tmp_path: Path) -> None:
    """The file's name is the document's."""
    path = tmp_path / "halden.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert onrecord.read(path).document.name == "halden.txt"


@pytest.mark.parametrize(
    ("content", "error"),
    [(None, UnreadableFile), ("", UnreadableFile), ('{"text": "a b"}\n' * 2, DocumentError)],
)
def test_a_path_without_one_document(
    tmp_path: Path, content: str | None, error: type[DocumentError]
) -> None:
    """An absent file, an empty one and one of several documents are errors that name the file."""
    path = tmp_path / "rows.jsonl"
    if content is not None:
        path.write_text(content)
    with pytest.raises(error, match=r"rows\.jsonl"):
        onrecord.read(path)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    """The message names `read_all`."""
    with pytest.raises(UnreadableFile, match="read_all"):
        onrecord.read(tmp_path)


def test_read_all_reads_as_it_is_asked(tmp_path: Path, pipeline: FakePipeline) -> None:
    """Documents come one at a time."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} {TEXT}", encoding="utf-8")
    found = onrecord.read_all(tmp_path)
    assert next(found).document.name == "a.txt"
    assert pipeline.seen == ["a.txt"]


def test_a_record_is_opened(tmp_path: Path) -> None:
    """`onrecord.open` makes a record, keeps what is added, and finds it."""
    with onrecord.open(tmp_path / "r.sqlite") as record:
        record.add(onrecord.read(TEXT))
        assert [found.content_words for found in record.statements()] == ["Maravia will not yield,"]


@pytest.mark.weights
def test_the_shipped_model_reads(weights: None) -> None:
    """A plain quotation is found with the model that is shipped."""
    found = wiring.default_pipeline(1).analyse_one(wiring.text_document(TEXT))
    statement = found.statements[0]
    assert "Maravia will not yield" in statement.content[0].of(TEXT)
    assert statement.source[0].of(TEXT) == "Irena Valk"
