// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transport/certificate.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>

namespace lightwell::test {

using namespace Qt::StringLiterals;

std::optional<TestCertificate> TestCertificate::make()
{
    TestCertificate made;
    made.m_folder = std::make_shared<QTemporaryDir>();
    made.keyFile = made.m_folder->filePath(u"key.pem"_s);
    made.certificateFile = made.m_folder->filePath(u"cert.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost,DNS:cdn.example.com,IP:127.0.0.1"_s,
                   u"-keyout"_s, made.keyFile, u"-out"_s, made.certificateFile});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0) {
        return std::nullopt;
    }
    QFile key(made.keyFile);
    QFile certificate(made.certificateFile);
    if (!key.open(QIODevice::ReadOnly) || !certificate.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    made.certificate = QSslCertificate(&certificate);
    made.server = QSslConfiguration::defaultConfiguration();
    made.server.setLocalCertificate(made.certificate);
    made.server.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    made.server.setPeerVerifyMode(QSslSocket::VerifyNone); // the server asks its clients for nothing
    return made;
}

} // namespace lightwell::test
