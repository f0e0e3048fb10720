"""Text that knows where each character came from: `Span`, `View` and the cleaning that makes a view."""

from avtale.text.clean import clean
from avtale.text.placed import Placed
from avtale.text.view import Edit, Span, View

__all__ = ["Edit", "Placed", "Span", "View", "clean"]
