"""One transaction that changes the record, and what it need not ask twice."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, select

from onrecord.domain.judgement import Judgement
from onrecord.domain.partition import standing
from onrecord.domain.run import Run
from onrecord.record.bulk import insert_rows
from onrecord.record.judged import load_judgements
from onrecord.record.matching import ActorMatcher
from onrecord.record.rows import Rows
from onrecord.record.schema import run_versions, runs


@dataclass(slots=True)
class Adding:
    """One writing transaction. Nobody else writes during it, so the keys are its own to count."""

    connection: Connection
    matcher: ActorMatcher | None = None
    _next_keys: dict[str, int] = field(default_factory=dict)
    _runs: set[str] = field(default_factory=set)
    _standing: tuple[Judgement, ...] | None = None

    def keys(self, table: Table, count: int = 1) -> int:
        """The first of `count` keys in a row that nothing in `table` has."""
        if table.name not in self._next_keys:
            # As text: asked six times a document, it would take longer to compile than to answer.
            last = self.connection.exec_driver_sql(f"SELECT max(key) FROM {table.name}")
            self._next_keys[table.name] = int(last.scalar() or 0) + 1
        first = self._next_keys[table.name]
        self._next_keys[table.name] = first + count
        return first

    def standing(self) -> tuple[Judgement, ...]:
        """The verdicts that hold; a transaction that makes one asks with a new Adding."""
        if self._standing is None:
            self._standing = standing(load_judgements(self.connection))
        return self._standing

    def add_run(self, run: Run) -> None:
        """Keep `run`, where it is not there."""
        if run.id in self._runs:
            return
        self._runs.add(run.id)
        if self.connection.execute(select(runs.c.id).where(runs.c.id == run.id)).first():
            return
        insert_rows(self.connection, runs, [{"id": run.id}])
        versions: Rows = [
            {"run_id": run.id, "position": n, "component": component, "version": version}
            for n, (component, version) in enumerate(run.versions)
        ]
        insert_rows(self.connection, run_versions, versions)
