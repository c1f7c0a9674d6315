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

Reason withReplaced(const Reason &reason, const char *code, const Reason &better)
{
    if (reason.code == QLatin1StringView(code)) {
        return better;
    }
    Reason changed = reason;
    for (ReasonValue &value : changed.values) {
        if (value.kind != ReasonValue::Kind::Reasons) {
            continue;
        }
        QJsonArray inner = value.value.toArray();
        for (QJsonValueRef one : inner) {
            one = withReplaced(Reason::fromJson(one), code, better).toJson();
        }
        value.value = inner;
    }
    return changed;
}

} // namespace lightwell
