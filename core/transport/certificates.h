// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>

namespace lightwell {

/// The certificate authorities (PEM) that are trusted beside the system's own: of the file that SSL_CERT_FILE names, as
/// with other programs, and of `file` from the settings. One that cannot be read adds none, and the log says so.
[[nodiscard]] QList<QSslCertificate> addedAuthorities(const QString &file);

} // namespace lightwell
