// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reasonsearch.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

bool anyReason(const Reason &reason, const std::function<bool(const Reason &)> &isSo)
{
    const auto holds = [&isSo](const ReasonValue &value) {
        const bool isNested = value.kind == ReasonValue::Kind::Reasons;
        const QJsonArray inner = isNested ? value.value.toArray() : QJsonArray();
        return std::any_of(inner.begin(), inner.end(),
                           [&isSo](const QJsonValue &one) { return anyReason(Reason::fromJson(one), isSo); });
    };
    return isSo(reason) || std::any_of(reason.values.begin(), reason.values.end(), holds);
}

bool holdsReason(const Reason &reason, const char *code)
{
    return anyReason(reason, [code](const Reason &one) { return one.code == QLatin1StringView(code); });
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
