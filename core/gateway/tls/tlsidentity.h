// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace lightwell {

/// By what the gateway shows who it is, where calls are encrypted: a certificate with those that vouch for it, and its
/// key.
struct TlsIdentity
{
    QList<QSslCertificate> chain; ///< its own first; never empty
    QSslKey key;

    /// SHA-256 of its own certificate, "AB:CD:…": what whoever connects can compare.
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] QSslConfiguration configuration() const; ///< TLS 1.2 and newer
    friend bool operator==(const TlsIdentity &, const TlsIdentity &) = default;
};

/// Reads the user's own, both in PEM; they may lie in one file. Errors: a file that cannot be read or holds no such
/// thing, a key that is encrypted or belongs to another certificate, and one that has run out or is not valid yet.
[[nodiscard]] Result<TlsIdentity> readTlsIdentity(const QString &certificateFile, const QString &keyFile,
                                                  const QDateTime &now);

} // namespace lightwell
