// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QStringList>

#include <initializer_list>
#include <memory>
#include <optional>

class QSslConfiguration;

namespace lightwell {

/// The certificate authorities that are trusted beside the system's own (a company's, a test's). Reading them takes
/// longer than many a program runs, so they are read once: by the first connection over TLS, or ahead of it. Copies
/// share them; usable on any thread.
class AddedAuthorities
{
public:
    AddedAuthorities() = default;
    AddedAuthorities(std::initializer_list<QSslCertificate> certificates);
    /// All in these PEM files. One that cannot be read adds none, and the log says so.
    [[nodiscard]] static AddedAuthorities fromFiles(const QStringList &files);

    /// Has the files read on the thread pool, for a program that stays: its first connection then finds them read, or
    /// waits for the rest. Returns at once.
    void readAhead() const;
    /// Qt's own configuration with these beside the system's; nothing where there are none, and Qt's own serves. Reads
    /// them where nobody has, so not for the window's thread.
    [[nodiscard]] std::optional<QSslConfiguration> configuration() const;

private:
    struct Kept;
    std::shared_ptr<Kept> m_kept;
};

/// Those of the file that SSL_CERT_FILE names, as with other programs, and of `file` from the settings.
[[nodiscard]] AddedAuthorities addedAuthorities(const QString &file);

} // namespace lightwell
