// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/tls/tlsidentity.h"

#include "core/gateway/tls/opensslhandles.h"
#include "core/wording/gatewayreasons.h"

#include <QBuffer>
#include <QFile>
#include <QSslSocket>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace openssl;

namespace {

constexpr qint64 largestFile = 1024LL * 1024;

Error unusable(const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason);
}

Result<QByteArray> contents(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return unusable(reasons::tlsFileUnreadable(name, file.errorString()));
    }
    return file.read(largestFile);
}

/// Asked for a password, it says none: nobody is there to be asked.
int noPassword(char * /*buffer*/, int /*size*/, int /*writes*/, void * /*data*/)
{
    return 0;
}

bool belongTogether(const QByteArray &certificate, const QByteArray &key)
{
    const Bio certificateText(BIO_new_mem_buf(certificate.constData(), int(certificate.size())));
    const Bio keyText(BIO_new_mem_buf(key.constData(), int(key.size())));
    const Certificate read(PEM_read_bio_X509(certificateText.get(), nullptr, noPassword, nullptr));
    const Key readKey(PEM_read_bio_PrivateKey(keyText.get(), nullptr, noPassword, nullptr));
    return read && readKey && X509_check_private_key(read.get(), readKey.get()) == 1;
}

QSslKey keyIn(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull()) {
            return key;
        }
    }
    return {};
}

} // namespace

QString TlsIdentity::fingerprint() const
{
    return QString::fromLatin1(chain.constFirst().digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

QSslConfiguration TlsIdentity::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients show a client key, no certificate
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

Result<TlsIdentity> readTlsIdentity(const QString &certificateFile, const QString &keyFile, const QDateTime &now)
{
    const Result<QByteArray> certificate = contents(certificateFile);
    const Result<QByteArray> key = certificate ? contents(keyFile) : certificate;
    if (!key) {
        return key.error();
    }
    QByteArray pem = *certificate;
    QBuffer text(&pem);
    TlsIdentity identity {text.open(QIODevice::ReadOnly) ? QSslCertificate::fromDevice(&text, QSsl::Pem)
                                                         : QList<QSslCertificate>(),
                          keyIn(*key)};
    if (identity.chain.isEmpty()) {
        return unusable(reasons::tlsFileUnreadable(certificateFile, {}));
    }
    if (identity.key.isNull()) {
        return unusable(reasons::tlsKeyUnreadable(keyFile));
    }
    if (!belongTogether(*certificate, *key)) {
        return unusable(reasons::tlsKeyOfAnother(keyFile, certificateFile));
    }
    const QSslCertificate &own = identity.chain.constFirst();
    if (now < own.effectiveDate() || now > own.expiryDate()) {
        return unusable(reasons::tlsOutOfDate(certificateFile, own.expiryDate().date().toString(Qt::ISODate)));
    }
    return identity;
}

} // namespace lightwell
