// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace lightwell::test {

/// A certificate that nobody but the test trusts, made afresh with the openssl program: for "localhost",
/// "cdn.example.com" and 127.0.0.1.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslConfiguration server; ///< for TestServer
    QString keyFile; ///< for other programs; both files go with the last copy
    QString certificateFile;

    /// Nothing where the openssl program is not installed.
    [[nodiscard]] static std::optional<TestCertificate> make();

private:
    std::shared_ptr<QTemporaryDir> m_folder;
};

} // namespace lightwell::test
