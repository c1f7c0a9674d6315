// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/certificates.h"

#include "core/transport/log.h"

#include <QSslConfiguration>
#include <QtConcurrentRun>

#include <mutex>

namespace lightwell {

struct AddedAuthorities::Kept
{
    QStringList files;
    QList<QSslCertificate> certificates;
    std::once_flag once;
    std::optional<QSslConfiguration> configuration = {};

    /// One who comes while another reads waits for that one.
    void readOnce()
    {
        std::call_once(once, [this] { read(); });
    }

private:
    void read()
    {
        for (const QString &path : std::as_const(files)) {
            const QList<QSslCertificate> found =
                QSslCertificate::fromPath(path, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
            if (found.isEmpty()) {
                qCWarning(httpLog) << "There are no certificates to be read in" << path;
            }
            certificates += found;
        }
        if (!certificates.isEmpty()) {
            configuration = QSslConfiguration::defaultConfiguration();
            configuration->setCaCertificates(QSslConfiguration::systemCaCertificates() + certificates);
        }
    }
};

AddedAuthorities::AddedAuthorities(std::initializer_list<QSslCertificate> certificates)
    : m_kept(std::make_shared<Kept>())
{
    m_kept->certificates = certificates;
}

AddedAuthorities AddedAuthorities::fromFiles(const QStringList &files)
{
    AddedAuthorities added({});
    added.m_kept->files = files;
    return added;
}

void AddedAuthorities::readAhead() const
{
    if (m_kept && !m_kept->files.isEmpty()) {
        static_cast<void>(QtConcurrent::run([kept = m_kept] { kept->readOnce(); }));
    }
}

std::optional<QSslConfiguration> AddedAuthorities::configuration() const
{
    if (!m_kept) {
        return {};
    }
    m_kept->readOnce();
    return m_kept->configuration;
}

AddedAuthorities addedAuthorities(const QString &file)
{
    QStringList files = {qEnvironmentVariable("SSL_CERT_FILE"), file};
    files.removeAll(QString());
    return AddedAuthorities::fromFiles(files);
}

} // namespace lightwell
