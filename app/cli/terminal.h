// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell {

/// Standard output for results, standard error for progress and messages. Programs get whole JSON documents,
/// people get tables and, on a terminal, one line of progress that rewrites itself. The only door to the terminal:
/// what comes through it is shown, and never moves the cursor, colours, hides or begins a line of its own.
class Terminal
{
public:
    Terminal();

    void print(const QString &line);
    void printText(const QString &text); ///< of the program's own lines, such as its help
    void printJson(const QJsonValue &value);
    void printJsonLine(const QJsonObject &value); ///< a document of one line
    /// The first row is the heading. Columns are padded to their widest cell; `rightAligned` are figures.
    void printTable(const QList<QStringList> &rows, const QList<int> &rightAligned = {});
    void printBytes(const QByteArray &bytes); ///< a picture; not for who sees it on a terminal
    /// Whether something of what was to be printed did not arrive (a full disk, a closed pipe). It was told already.
    [[nodiscard]] bool isOutputLost() const { return m_isOutputLost; }
    /// With which a command that ended with `code` leaves: what could not be printed was not done.
    [[nodiscard]] int exitCode(int code) const;
    void message(const QString &line); ///< to standard error
    void messageTable(const QList<QStringList> &rows, const QList<int> &rightAligned = {}); ///< the same
    static void lastWords(const QString &line); ///< the same, for who has no terminal at hand
    void error(const Error &error); ///< one message, with the vendor's words behind it where they help
    void progress(const QString &line); ///< rewritten in place; nothing where standard error is no terminal
    void endProgress();

    /// Asks for one line without showing it; from a pipe, reads the next line. Empty: nothing was given. What was
    /// pasted into a terminal as several lines comes back whole, with its line breaks. None: Ctrl+C or a stop signal
    /// came in between; the command is told of it by itself.
    [[nodiscard]] std::optional<QByteArray> readSecret(const QString &question);
    /// Asks a person; false also where Ctrl+C comes instead of an answer. In every language y means yes.
    [[nodiscard]] bool confirms(const QString &question);
    /// All of standard input, up to its end. An error where it is more than `maxBytes` or no UTF-8. None: a stop signal
    /// came first.
    [[nodiscard]] std::optional<Result<QString>> readAll(qsizetype maxBytes);
    /// Whether a person types the answers.
    [[nodiscard]] static bool asksAPerson();
    /// Whether a person reads standard output.
    [[nodiscard]] static bool showsAPerson();
    /// Whether a pipe has brought more than what was read, other than blanks.
    [[nodiscard]] bool hasMoreInput();

private:
    void writeOut(const QByteArray &bytes);
    [[nodiscard]] std::optional<QByteArray> readLine();
    [[nodiscard]] bool readWaiting();

    QByteArray m_input; ///< read, but not asked for yet
    bool m_errorIsTerminal = false;
    bool m_isOutputLost = false;
    qsizetype m_progressWidth = 0;
};

} // namespace lightwell
