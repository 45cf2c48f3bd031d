"""Changes texts so that findings go and none comes: fixes applied in rounds, each of them judged."""

from archlint.fixes.proposals import Proposal, Wanted
from archlint.fixes.rounds import Judged, Outcome, Refused, Unsettled, mend

__all__ = ["Judged", "Outcome", "Proposal", "Refused", "Unsettled", "Wanted", "mend"]
