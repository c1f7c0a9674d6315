// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QString>

namespace lightwell {

/// One part of an answer that is multipart/form-data (RFC 7578).
struct ReceivedPart
{
    QString name;
    QByteArray mimeType; ///< as the vendor calls it; empty: it does not say
    QByteArray bytes;
};

/// The parts in order, whichever line ends they are written with. What follows the last boundary counts as a part
/// although its end is missing. Empty: the answer is no multipart, or has no part.
[[nodiscard]] QList<ReceivedPart> receivedParts(const HttpResponse &response);

} // namespace lightwell
