// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"
#include "core/model/sizerule.h"

#include <QList>
#include <QString>

/// Values in the words of the window.
namespace lightwell::texts {

// Money, everywhere in one of two forms. The exact amount, Money::toString(), stands in tips only.

/// One picture: three decimals below a dollar, two from there on: "$0.045", "$1.20", "under $0.001", "unknown".
[[nodiscard]] QString one(Money money);
/// A sum or a balance: "$12.39", "under $0.01", "$0.00", "unknown".
[[nodiscard]] QString total(Money money);
[[nodiscard]] QString price(Money money); ///< of a picture: "$0.045", "free", "price unknown"
[[nodiscard]] QString price(Money money, bool atMost); ///< the same, where it may cost less
[[nodiscard]] QString spent(Money money); ///< for a picture: "$0.045", "free", "cost unknown"
/// Of several pictures, an entry each: "≈ $0.42", "≈ $0.42 + 2 with unknown price", "price unknown", "free". Unknown
/// parts never look free.
[[nodiscard]] QString sum(const QList<Money> &pictures);
[[nodiscard]] QString sumAtMost(const QList<Money> &pictures); ///< the same as a bound: "at most $0.42"
/// What a sum is made of: "3 at $0.045", "6 free + 2 at $0.045", "$0.045 + $0.040 + $0.041", "2 free + 6 from $0.020 to
/// $0.060"; empty where that is no more than the sum says.
[[nodiscard]] QString parts(const QList<Money> &pictures);
[[nodiscard]] QString spentSum(const QList<Money> &pictures); ///< "$0.42", "$0.42 + 2 unknown", "cost unknown", "free"
/// For a tool tip that Qt asks a model for; widgets have setTip(). See tipText().
[[nodiscard]] QString tip(const QString &text);
[[nodiscard]] QString duration(qint64 milliseconds, int decimals = 1); ///< "4.1 s", "1 min 12 s"
[[nodiscard]] QString size(QSize size); ///< "1536 × 864"
[[nodiscard]] QString size(const SizeRequest &size); ///< "1536 × 864", "16 : 9", "automatic"
[[nodiscard]] QString shape(AspectRatio ratio); ///< "16:9"
[[nodiscard]] QString shape(QSize size); ///< "16:9" where it has one of the usual shapes, else "1344 × 576"
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace lightwell::texts
