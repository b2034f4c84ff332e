"""`onrecord` in a process of its own, without a model: python -m tests.cli.fake_onrecord ARGS.

With ONRECORD_FAKE_SECONDS each document takes so long.
"""

import os
import signal
import time

from onrecord import wiring
from onrecord.cli.main import run
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from tests.fakes import FakePipeline


class SlowPipeline(FakePipeline):
    """Takes its time, so that a test can interrupt it."""

    def analyse_one(self, document: Document) -> AnalysedDocument:
        time.sleep(float(os.environ.get("ONRECORD_FAKE_SECONDS", "0")))
        return super().analyse_one(document)


if __name__ == "__main__":
    # A shell lets what it starts in the background ignore Ctrl-C, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    wiring.default_pipeline = lambda threads=None: SlowPipeline()  # type: ignore[assignment,return-value]
    run()
