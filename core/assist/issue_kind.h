#pragma once

#include <QtCore/QString>

namespace relevo::assist {

/// What a customer's trouble is about, so far as it decides what an agent does next.
enum class IssueKind {
    Other,
    Technical,     ///< an app or a page does not work
    Outage,        ///< a line, a network or a supply is down
    Security,      ///< a blocked card, a charge nobody knows, an account taken over
    Booking,       ///< a flight, a stay, an appointment
    ReturnRefused, ///< what was sent back was not accepted
    WantsCancel,   ///< the customer wants to cancel
    WasCancelled,  ///< it was cancelled by somebody else
    WantsRefund,   ///< the money back for something delivered or not
    RefundMissing, ///< a refund was promised and has not come
    RefundRefused, ///< a refund was asked for and refused
    WantsExchange, ///< a replacement
    Faulty,        ///< broken, wrong, fake
    Incomplete,    ///< something is missing from the parcel
    NotReceived,   ///< said to be delivered, and was not
    Charge,        ///< charged wrongly, or paid in vain
    Return,        ///< wants to send something back, or it was not picked up
    Shipment,      ///< late, or nobody knows where
    Account,
    Address,
    Offer, ///< a discount or coupon
};

/// Judged by the words of the issue; `wish` is what the customer asked for later, and counts more where it
/// names what to do. In English, Spanish and Portuguese, misspelt as people do.
[[nodiscard]] IssueKind kindOf(const QString& issue, const QString& wish = {});

} // namespace relevo::assist
