// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/filledrequest.h"

#include "core/wording/gatewayreasons.h"

#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

Error FilledRequest::placed(Error error) const
{
    static const QRegularExpression parts(u"[.\\[]"_s); // "provider.order[0]"
    if (fields.contains(error.param.section(parts, 0, 0))) {
        error.setReason(reasons::presetFieldFaulty(preset, error.why()));
    }
    return error;
}

} // namespace lightwell
