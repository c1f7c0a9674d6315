// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace lightwell {

/// Standard output for results, standard error for progress and messages. Programs get whole JSON documents,
/// people get tables and, on a terminal, one line of progress that rewrites itself.
class Terminal
{
public:
    Terminal();

    void print(const QString &line);
    void printJson(const QJsonValue &value);
    /// The first row is the heading. Columns are padded to their widest cell; `rightAligned` are figures.
    void printTable(const QList<QStringList> &rows, const QList<int> &rightAligned = {});
    void message(const QString &line); ///< to standard error
    void error(const Error &error); ///< one message, with the vendor's words behind it where they help
    void progress(const QString &line); ///< rewritten in place; nothing where standard error is no terminal
    void endProgress();

    /// Asks for one line without showing it; from a pipe, reads the next line. Empty: nothing was given. What was
    /// pasted into a terminal as several lines comes back whole, with its line breaks.
    [[nodiscard]] QByteArray readSecret(const QString &question);
    /// Whether a pipe has brought more than what was read, other than blanks.
    [[nodiscard]] bool hasMoreInput();
    [[nodiscard]] bool isInteractive() const { return m_errorIsTerminal; }

private:
    [[nodiscard]] QByteArray readLine();
    [[nodiscard]] bool readWaiting();

    QByteArray m_input; ///< read, but not asked for yet
    bool m_errorIsTerminal = false;
    qsizetype m_progressWidth = 0;
};

} // namespace lightwell
