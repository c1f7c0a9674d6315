// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"
#include "core/gateway/filelinks.h"

namespace lightwell {

/// What the answer to a call for pictures is made of, so that it can be made on the thread pool, for each who waits or
/// asks later.
struct PictureAnswer
{
    DialectPtr dialect;
    GenerationCall call;
    Generation generation; ///< has ended
    QString base; ///< of links to files: "http://127.0.0.1:4747/v1/files/"
    FileLinks links;
    QString client; ///< for whom they are made

    /// Whether files are read or pictures encoded: more than a moment's work.
    [[nodiscard]] bool hasBytes() const;
    [[nodiscard]] GatewayResponse write() const;
};

/// The address of the gateway as links begin with it: `publicUrl` (GatewayOptions) where it is set, else what the
/// request was sent to, by the gateway's own `scheme`. "http://127.0.0.1:4747/v1"
[[nodiscard]] QString baseAddress(const GatewayRequest &request, const QUrl &publicUrl, const QString &scheme);

} // namespace lightwell
