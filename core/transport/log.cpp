// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/log.h"

#include "core/model/displaytext.h"
#include "core/net/redaction.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

namespace lightwell {

Q_LOGGING_CATEGORY(httpLog, "lightwell.http", QtInfoMsg)

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestFile = 5 * 1024 * 1024;
constexpr qsizetype longestLine = 4000;

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        break;
    }
    return "fatal"_L1;
}

} // namespace

class LogFile::Private
{
public:
    void write(QtMsgType type, const QMessageLogContext &context, const QString &clean);
    void rotate();

    QMutex mutex;
    QFile file;
    QtMessageHandler previous = nullptr;

    // The message handler is a plain function: it needs one place to find the file.
    static inline std::atomic<Private *> current = nullptr;
};

void LogFile::Private::write(QtMsgType type, const QMessageLogContext &context, const QString &clean)
{
    const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + levelName(type) + u' '
        + displayText(QString::fromUtf8(context.category)) + u": "_s + clean + u'\n';
    const QMutexLocker lock(&mutex);
    if (!file.isOpen())
        return;
    file.write(line.toUtf8());
    file.flush();
    if (file.size() > largestFile)
        rotate();
}

void LogFile::Private::rotate()
{
    const QString old = file.fileName() + u".1"_s;
    file.close();
    QFile::remove(old);
    QFile::rename(file.fileName(), old);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

LogFile::LogFile(const QString &path)
    : d(std::make_unique<Private>())
{
    d->file.setFileName(path);
    if (d->file.open(QIODevice::WriteOnly | QIODevice::Append))
        d->file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Private::current = d.get();
    d->previous = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
        if (Private *log = Private::current) {
            // First what looks like a key: its surroundings tell, and they change with what is made visible.
            const QString clean = displayText(shortened(redacted(text), longestLine));
            log->write(type, context, clean);
            if (log->previous)
                log->previous(type, context, clean);
        }
    });
}

LogFile::~LogFile()
{
    qInstallMessageHandler(d->previous);
    Private::current = nullptr;
}

bool LogFile::isOpen() const
{
    return d->file.isOpen();
}

} // namespace lightwell
