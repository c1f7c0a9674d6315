// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/log.h"

#include "core/model/displaytext.h"
#include "core/model/utctime.h"
#include "core/net/redaction.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lightwell {

Q_LOGGING_CATEGORY(httpLog, "lightwell.http", QtInfoMsg)

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestFile = 5LL * 1024 * 1024;
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
    void open();
    void rotate();

    QString path;
    QMutex mutex;
    QFile file;
    QtMessageHandler previous = nullptr;

    // The message handler is a plain function: it needs one place to find the file.
    static inline std::atomic<Private *> current = nullptr;
};

void LogFile::Private::write(QtMsgType type, const QMessageLogContext &context, const QString &clean)
{
    const QString line = QString::fromLatin1(utctime::toIsoWithMs(QDateTime::currentDateTimeUtc())) + u' '
        + levelName(type) + u' ' + displayText(QString::fromUtf8(context.category)) + u": "_s + clean + u'\n';
    const QMutexLocker lock(&mutex);
    if (!file.isOpen()) {
        return;
    }
    file.write(line.toUtf8());
    file.flush();
    if (file.size() > largestFile) {
        rotate();
    }
}

/// Only a file: behind a link that somebody put there could be any file of the user's, and a pipe would wait.
void LogFile::Private::open()
{
    constexpr int ours = S_IRUSR | S_IWUSR;
    const int handle = ::open(QFile::encodeName(path).constData(),
                              O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, ours);
    struct stat info = {};
    if (handle < 0) {
        return;
    }
    if (::fstat(handle, &info) != 0 || !S_ISREG(info.st_mode)
        || !file.open(handle, QIODevice::WriteOnly | QIODevice::Append, QFileDevice::AutoCloseHandle)) {
        ::close(handle);
        return;
    }
    ::fchmod(handle, ours);
}

void LogFile::Private::rotate()
{
    const QString old = path + u".1"_s;
    file.close();
    QFile::remove(old);
    QFile::rename(path, old);
    open();
}

LogFile::LogFile(const QString &path)
    : d(std::make_unique<Private>())
{
    d->path = path;
    d->open();
    Private::current = d.get();
    d->previous = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
        if (Private *log = Private::current) {
            // First what looks like a key: its surroundings tell, and they change with what is made visible.
            const QString clean = displayText(shortened(redacted(text), longestLine));
            log->write(type, context, clean);
            if (log->previous) {
                log->previous(type, context, clean);
            }
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
