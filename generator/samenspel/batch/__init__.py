"""Many editions at once, on all cores: jobs, the processes that make them, and one report.

``jobs`` says what there is to make and by what each job is known, ``crew`` keeps the processes,
``run`` is the order of it, ``report`` what comes of it, for people and for programs.
"""

from samenspel.batch.report import BatchReport, Outcome, as_data
from samenspel.batch.run import BatchProgress, batch_deck

__all__ = ["BatchProgress", "BatchReport", "Outcome", "as_data", "batch_deck"]
