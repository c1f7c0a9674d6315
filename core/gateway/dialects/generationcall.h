// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"

namespace lightwell {

/// What an API for images can be asked for.
enum class CallKind { Generation, Edit, Variation };

/// A call for images, as a dialect understood it.
struct GenerationCall
{
    CallKind kind = CallKind::Generation;
    Request request;
    bool asBase64 = false; ///< else links
    bool dryRun = false; ///< only plan and price
    bool streams = false; ///< the answer comes as events

    friend bool operator==(const GenerationCall &, const GenerationCall &) = default;
};

/// One delivered picture: a link, or the bytes where these were asked for.
struct DeliveredPicture
{
    QString url;
    QByteArray bytes;
};

} // namespace lightwell
