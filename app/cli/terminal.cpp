// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "app/cli/command.h"
#include "app/cli/unixsignals.h"
#include "core/model/displaytext.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <poll.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCell = 160; ///< a name cut here is still known; longer ones push all others off the screen
constexpr qsizetype longestMessage = 4000;
constexpr qsizetype longestDetail = 400;

QString padding(qsizetype columns)
{
    return QString(std::max<qsizetype>(columns, 0), u' ');
}

QString lineOf(const QString &words)
{
    return displayText(shortened(words, longestMessage));
}

/// Columns are padded to their widest cell.
QStringList linesOf(const QList<QStringList> &rows, const QList<int> &rightAligned)
{
    QList<QStringList> shown = rows;
    QList<qsizetype> widths;
    for (QStringList &row : shown) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column >= widths.size()) {
                widths.append(0);
            }
            row[column] = displayText(shortened(row.at(column), longestCell));
            widths[column] = std::max(widths[column], columnsOf(row.at(column)));
        }
    }
    QStringList lines;
    for (const QStringList &row : std::as_const(shown)) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const QString gap = padding(widths.at(column) - columnsOf(row.at(column)));
            const bool right = rightAligned.contains(static_cast<int>(column));
            line += right ? QString(gap + row.at(column)) : QString(row.at(column) + gap);
            line += u"  "_s;
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        lines.append(line);
    }
    return lines;
}

bool write(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

void tell(const QString &text)
{
    static_cast<void>(write(stderr, text.toUtf8())); // where it cannot be told, it cannot be told either
}

/// Waits until there is something to read. False: a signal came first.
bool waitForInput()
{
    std::array<pollfd, 2> waiting {{{STDIN_FILENO, POLLIN, 0}, {UnixSignals::descriptor(), POLLIN, 0}}};
    while (::poll(waiting.data(), waiting.size(), -1) < 0 && errno == EINTR) { }
    return waiting.back().revents == 0;
}

/// Turns the echo of typed characters off for as long as it lives.
class SilentInput
{
public:
    SilentInput()
    {
        m_active = Terminal::asksAPerson() && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_active) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    ~SilentInput()
    {
        if (m_active) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
            tell(u"\n"_s);
        }
    }
    Q_DISABLE_COPY_MOVE(SilentInput)

private:
    termios m_before = {};
    bool m_active = false;
};

} // namespace

Terminal::Terminal()
    : m_errorIsTerminal(isatty(STDERR_FILENO) != 0)
{
}

/// The only way to standard output.
void Terminal::writeOut(const QByteArray &bytes)
{
    endProgress();
    errno = 0;
    if (m_isOutputLost || write(stdout, bytes)) {
        return;
    }
    const QString why = qt_error_string(errno);
    m_isOutputLost = true;
    message(QCoreApplication::translate("lightwell::cli", "Standard output cannot be written: %1.").arg(why));
}

int Terminal::exitCode(int code) const
{
    return code == ExitDone && m_isOutputLost ? static_cast<int>(ExitFailed) : code;
}

void Terminal::printBytes(const QByteArray &bytes)
{
    writeOut(bytes);
}

bool Terminal::showsAPerson()
{
    return isatty(STDOUT_FILENO) != 0;
}

void Terminal::print(const QString &line)
{
    writeOut(QString(displayText(line) + u'\n').toUtf8());
}

void Terminal::printText(const QString &text)
{
    writeOut(QString(displayText(text, LineBreaks::Kept) + u'\n').toUtf8());
}

void Terminal::printJson(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    writeOut(escapedJson(document.toJson(QJsonDocument::Indented)));
}

void Terminal::printJsonLine(const QJsonObject &value)
{
    writeOut(QByteArray(escapedJson(QJsonDocument(value).toJson(QJsonDocument::Compact)) + '\n'));
}

void Terminal::printTable(const QList<QStringList> &rows, const QList<int> &rightAligned)
{
    const QStringList lines = linesOf(rows, rightAligned);
    for (const QString &line : lines) {
        print(line);
    }
}

void Terminal::messageTable(const QList<QStringList> &rows, const QList<int> &rightAligned)
{
    const QStringList lines = linesOf(rows, rightAligned);
    for (const QString &line : lines) {
        message(line);
    }
}

void Terminal::message(const QString &line)
{
    endProgress();
    lastWords(line);
}

void Terminal::lastWords(const QString &line)
{
    tell(lineOf(line) + u'\n');
}

void Terminal::error(const Error &error)
{
    QString text = wording::sentence(error);
    if (const QString detail = wording::detailBeside(error); !detail.isEmpty()) {
        text += u" ("_s + shortened(detail.simplified(), longestDetail) + u')';
    }
    message(text);
}

void Terminal::progress(const QString &line)
{
    if (!m_errorIsTerminal) {
        return;
    }
    const QString shown = lineOf(line);
    const qsizetype columns = columnsOf(shown);
    tell(u'\r' + shown + padding(m_progressWidth - columns));
    m_progressWidth = columns;
}

void Terminal::endProgress()
{
    if (m_progressWidth > 0) {
        tell(u'\r' + padding(m_progressWidth) + u'\r');
        m_progressWidth = 0;
    }
}

bool Terminal::asksAPerson()
{
    return isatty(STDIN_FILENO) != 0;
}

std::optional<QByteArray> Terminal::readSecret(const QString &question)
{
    endProgress();
    const SilentInput silent; // before the question: what is typed at once is neither shown nor lost
    if (asksAPerson()) {
        tell(lineOf(question) + u' ');
    }
    std::optional<QByteArray> line = readLine();
    QByteArray text = line.value_or(QByteArray());
    while (line && asksAPerson() && readWaiting()) {
        line = readLine();
        text += '\n' + line.value_or(QByteArray());
    }
    return line ? std::optional<QByteArray>(text.trimmed()) : std::nullopt;
}

bool Terminal::confirms(const QString &question)
{
    endProgress();
    tell(lineOf(question) + u' ');
    const QByteArray answer = readLine().value_or(QByteArray()).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

std::optional<Result<QString>> Terminal::readAll(qsizetype maxBytes)
{
    std::array<char, 4096> block {};
    ssize_t count = 0;
    do {
        if (!waitForInput()) {
            return std::nullopt;
        }
        count = ::read(STDIN_FILENO, block.data(), block.size());
        m_input.append(block.data(), std::max<ssize_t>(count, 0));
    } while (count > 0 && m_input.size() <= maxBytes);
    const QByteArray all = std::exchange(m_input, {});
    if (all.size() > maxBytes) {
        return notSent(
            ErrorKind::Invalid,
            QCoreApplication::translate("lightwell::cli", "Standard input has more than %1 bytes.").arg(maxBytes));
    }
    if (!all.isValidUtf8()) {
        return notSent(ErrorKind::Invalid,
                       QCoreApplication::translate("lightwell::cli", "Standard input is not UTF-8."));
    }
    return QString::fromUtf8(all);
}

bool Terminal::hasMoreInput()
{
    while (!asksAPerson() && m_input.trimmed().isEmpty() && readWaiting()) { }
    return !m_input.trimmed().isEmpty();
}

std::optional<QByteArray> Terminal::readLine()
{
    std::array<char, 4096> block {};
    qsizetype end = m_input.indexOf('\n');
    while (end < 0) {
        if (!waitForInput()) {
            return std::nullopt;
        }
        const ssize_t count = ::read(STDIN_FILENO, block.data(), block.size());
        if (count <= 0) {
            return std::exchange(m_input, {});
        }
        m_input.append(block.data(), count);
        end = m_input.indexOf('\n');
    }
    const QByteArray line = m_input.left(end);
    m_input.remove(0, end + 1);
    return line;
}

/// Takes up what is there already, without waiting for more.
bool Terminal::readWaiting()
{
    pollfd input {STDIN_FILENO, POLLIN, 0};
    std::array<char, 4096> block {};
    const ssize_t count = ::poll(&input, 1, 0) > 0 ? ::read(STDIN_FILENO, block.data(), block.size()) : 0;
    m_input.append(block.data(), std::max<ssize_t>(count, 0));
    return count > 0;
}

} // namespace lightwell
