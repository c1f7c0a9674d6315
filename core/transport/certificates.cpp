// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/certificates.h"

#include "core/transport/log.h"

namespace lightwell {

QList<QSslCertificate> addedAuthorities(const QString &file)
{
    QList<QSslCertificate> all;
    const QStringList files = {qEnvironmentVariable("SSL_CERT_FILE"), file};
    for (const QString &path : files) {
        if (path.isEmpty()) {
            continue;
        }
        const QList<QSslCertificate> found =
            QSslCertificate::fromPath(path, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        if (found.isEmpty()) {
            qCWarning(httpLog) << "There are no certificates to be read in" << path;
        }
        all += found;
    }
    return all;
}

} // namespace lightwell
