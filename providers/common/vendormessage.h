// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell {

/// What an error body says, in any of the shapes in use: {"error":{"message","type","param","code","status"}},
/// {"error":"…"}, {"message"}, {"detail":"…"}, {"detail":{"error"}}, {"detail":[{"loc","msg","type"}]},
/// {"title","detail"}, {"errors":[…]}, an array around one of these, a text with or without JSON's quotes, or a proxy's
/// HTML page (its title).
struct VendorMessage
{
    QString text; ///< the vendor's own wording; at most 500 characters, keys made unreadable
    QString type;
    QString code; ///< code, also a number that is no HTTP status; or status where there is none
    QString param; ///< the vendor's field at fault

    [[nodiscard]] static VendorMessage read(const QByteArray &body, const QByteArray &key = {});
};

/// Makes what looks like a key (and `key` itself) unreadable and cuts the text to 500 characters.
[[nodiscard]] QString redactedDetail(QString text, const QByteArray &key = {});

} // namespace lightwell
