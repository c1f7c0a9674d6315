// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reasonsearch.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

bool holdsReason(const Reason &reason, const char *code)
{
    const auto holds = [code](const ReasonValue &value) {
        const bool isNested = value.kind == ReasonValue::Kind::Reasons;
        const QJsonArray inner = isNested ? value.value.toArray() : QJsonArray();
        return std::any_of(inner.begin(), inner.end(),
                           [code](const QJsonValue &one) { return holdsReason(Reason::fromJson(one), code); });
    };
    return reason.code == QLatin1StringView(code) || std::any_of(reason.values.begin(), reason.values.end(), holds);
}

} // namespace lightwell
