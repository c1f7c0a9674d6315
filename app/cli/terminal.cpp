// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>
#include <poll.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

/// Turns the echo of typed characters off for as long as it lives.
class SilentInput
{
public:
    SilentInput()
    {
        m_active = isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0;
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
            write(stderr, u"\n"_s);
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

void Terminal::print(const QString &line)
{
    endProgress();
    write(stdout, line + u'\n');
}

void Terminal::printJson(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    endProgress();
    write(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void Terminal::printTable(const QList<QStringList> &rows, const QList<int> &rightAligned)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column >= widths.size()) {
                widths.append(0);
            }
            widths[column] = std::max(widths[column], row.at(column).size());
        }
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const bool right = rightAligned.contains(static_cast<int>(column));
            const QString &cell = row.at(column);
            line += right ? cell.rightJustified(widths.at(column)) : cell.leftJustified(widths.at(column));
            line += u"  "_s;
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        print(line);
    }
}

void Terminal::message(const QString &line)
{
    endProgress();
    write(stderr, line + u'\n');
}

void Terminal::error(const Error &error)
{
    QString text = error.message;
    // What strict mode refuses stands in the message already; its detail is the same list for programs.
    if (!error.detail.isEmpty() && !error.message.contains(error.detail) && error.code != "strict"_L1) {
        text += u" ("_s + error.detail.left(400) + u')';
    }
    message(text);
}

void Terminal::progress(const QString &line)
{
    if (!m_errorIsTerminal) {
        return;
    }
    write(stderr, u'\r' + line.leftJustified(m_progressWidth));
    m_progressWidth = line.size();
}

void Terminal::endProgress()
{
    if (m_progressWidth > 0) {
        write(stderr, u'\r' + QString(m_progressWidth, u' ') + u'\r');
        m_progressWidth = 0;
    }
}

QByteArray Terminal::readSecret(const QString &question)
{
    endProgress();
    if (isatty(STDIN_FILENO) != 0) {
        write(stderr, question + u' ');
    }
    const SilentInput silent;
    QByteArray text = readLine();
    while (isatty(STDIN_FILENO) != 0 && readWaiting()) {
        text += '\n' + readLine();
    }
    return text.trimmed();
}

bool Terminal::hasMoreInput()
{
    while (isatty(STDIN_FILENO) == 0 && m_input.trimmed().isEmpty() && readWaiting()) { }
    return !m_input.trimmed().isEmpty();
}

QByteArray Terminal::readLine()
{
    std::array<char, 4096> block {};
    qsizetype end = m_input.indexOf('\n');
    while (end < 0) {
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
