"""Orders: all that a print shop needs for a job, in one folder or one zip for each press."""

from samenspel.ordering.order import order
from samenspel.ordering.request import OrderReport, OrderRequest

__all__ = ["OrderReport", "OrderRequest", "order"]
