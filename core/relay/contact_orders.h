#pragma once

#include <store/journal.h>

namespace relevo::relay {

/// Takes everybody who is the same person as the contact out of the project's orders (store/order_table.h),
/// by the e-mail addresses they are known by; to be called before they are erased, in the same transaction.
/// How many orders were theirs. Writer thread.
[[nodiscard]] Result<int> forgetInOrders(store::Journal& journal, const domain::ProjectId& project,
                                         const domain::ContactId& contact, Timestamp now);

} // namespace relevo::relay
