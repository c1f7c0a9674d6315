// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"
#include "core/model/sizerule.h"

#include <QList>
#include <QString>

/// Values in the words of the window.
namespace lightwell::texts {

[[nodiscard]] QString price(Money money); ///< "$0.030", "free", "price unknown"
[[nodiscard]] QString spent(Money money); ///< "$0.030", "free", "cost unknown"
/// "≈ $0.42", "≈ $0.42 + unknown", "price unknown", "free". Unknown parts never look free.
[[nodiscard]] QString sum(const QList<Money> &parts);
[[nodiscard]] QString spentSum(const QList<Money> &parts); ///< "$0.42", "$0.42 + unknown", "cost unknown", "free"
/// For a tool tip that Qt asks a model for; widgets have setTip(). See tipText().
[[nodiscard]] QString tip(const QString &text);
[[nodiscard]] QString duration(qint64 milliseconds, int decimals = 1); ///< "4.1 s", "1 min 12 s"
[[nodiscard]] QString size(QSize size); ///< "1536 × 864"
[[nodiscard]] QString size(const SizeRequest &size); ///< "1536 × 864", "16 : 9", "automatic"
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace lightwell::texts
