// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

#include <memory>

namespace lightwell {

/// One line per call to a vendor: "POST host path 200 1234 B 532 ms". Never headers, bodies or keys.
Q_DECLARE_LOGGING_CATEGORY(httpLog)

/// While it lives, every log line of the program also goes to a file, redacted, with time and category. A file that
/// grows over 5 MB is kept once as ".1". Whatever a message holds, it is one line of at most 4000 characters, and
/// nothing in it acts on a terminal; so it goes on to who listened before, too. Thread-safe. At most one at a time.
class LogFile
{
public:
    explicit LogFile(const QString &path);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    [[nodiscard]] bool isOpen() const; ///< false: the file cannot be written; logging goes on without it, as cleaned

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell
