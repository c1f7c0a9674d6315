// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/worker/worker.h"

#include "core/media/codecs/colourprofile.h"
#include "core/media/mediaerrors.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSemaphore>
#include <QThreadPool>

#include <mutex>

namespace lightwell::worker {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Setting
{
    QString program;
    std::chrono::milliseconds patience {};
};

std::mutex settingLock;

Setting &setting()
{
    static Setting value;
    return value;
}

Setting currentSetting()
{
    const std::scoped_lock lock(settingLock);
    return setting();
}

/// Longer than the program gives itself in processor time: on a busy machine it may have to wait for its turn.
std::chrono::milliseconds patience(QSize size)
{
    const std::chrono::milliseconds asked = currentSetting().patience;
    return asked > 0ms ? asked : std::chrono::seconds(10 + 2 * processorSeconds(size));
}

QSemaphore &turns()
{
    static QSemaphore two(2);
    return two;
}

/// No keys, no home, no proxy: only what a program needs to find its libraries and fonts.
QProcessEnvironment smallEnvironment()
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment small;
    for (const QString &name : {u"LD_LIBRARY_PATH"_s, u"QT_PLUGIN_PATH"_s, u"QT_QPA_PLATFORM_PLUGIN_PATH"_s,
                                u"FONTCONFIG_PATH"_s, u"FONTCONFIG_FILE"_s, u"ASAN_OPTIONS"_s, u"TSAN_OPTIONS"_s}) {
        if (own.contains(name)) {
            small.insert(name, own.value(name));
        }
    }
    small.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    small.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return small;
}

/// Everything the program says, or nothing when it takes too long or says more than it should.
std::optional<QByteArray> outputOf(QProcess &process, qint64 most, QDeadlineTimer deadline)
{
    QByteArray received;
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        received += process.read(most + 1 - received.size());
        if (received.size() > most || deadline.hasExpired()) {
            return std::nullopt;
        }
        if (process.bytesAvailable() == 0 && !process.waitForReadyRead(int(deadline.remainingTime()))
            && process.state() != QProcess::NotRunning) {
            process.waitForFinished(int(deadline.remainingTime())); // it has closed its output
        }
    }
    return received;
}

void end(QProcess &process)
{
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(5000);
    }
}

/// As long as this thread only waits, the thread pool may use another in its place: drawings that take their whole time
/// must not hold up what everybody else has to decode.
class Waiting
{
public:
    Waiting() { QThreadPool::globalInstance()->releaseThread(); }
    ~Waiting() { QThreadPool::globalInstance()->reserveThread(); }
    Q_DISABLE_COPY_MOVE(Waiting)
};

/// What the program answered to the order, when it ended well.
Result<QByteArray> answerTo(const Order &order, qint64 maxBytes)
{
    const QString name = program();
    const std::chrono::milliseconds most = patience(order.size);
    const Waiting waiting;
    if (!turns().tryAcquire(1, int(2 * most.count()))) {
        return mediaerrors::tooDear(order.format);
    }
    const QSemaphoreReleaser turn(turns());
    QProcess process;
    process.setProcessEnvironment(smallEnvironment());
    process.setWorkingDirectory(u"/"_s);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(name, QStringList());
    if (!process.waitForStarted()) {
        return mediaerrors::programMissing(QDir::toNativeSeparators(name), order.format);
    }
    process.write(order.toBytes());
    process.closeWriteChannel();
    const std::optional<QByteArray> output = outputOf(process, maxBytes, QDeadlineTimer(most));
    end(process);
    const bool ended = output && process.exitStatus() == QProcess::NormalExit;
    if (ended && process.exitCode() == exitBroken) {
        return mediaerrors::broken(order.format);
    }
    return ended && process.exitCode() == 0 ? Result<QByteArray>(*output) : mediaerrors::tooDear(order.format);
}

} // namespace

int processorSeconds(QSize size)
{
    constexpr qint64 pixelsPerSecond = 5'000'000; // of the slowest format, with room
    return int(6 + qint64(size.width()) * size.height() / pixelsPerSecond);
}

QString program()
{
    if (QString asked = currentSetting().program; !asked.isEmpty()) {
        return asked;
    }
    const QDir here(QCoreApplication::applicationDirPath());
    const QString beside = here.filePath(u"lightwell-picture"_s);
    const QString next = QDir::cleanPath(here.filePath(u"../bin/lightwell-picture"_s));
    return !QFileInfo(beside).isExecutable() && QFileInfo(next).isExecutable() ? next : beside;
}

void setForTests(const QString &program, std::chrono::milliseconds patience)
{
    const std::scoped_lock lock(settingLock);
    setting() = {program, patience};
}

Result<QImage> decode(const Order &order)
{
    const Result<QByteArray> output = answerTo(order, Answer::maxBytes(order.size));
    if (!output) {
        return output.error();
    }
    std::optional<Answer> answer = Answer::fromBytes(*output, order.size);
    if (!answer) {
        return mediaerrors::tooDear(order.format);
    }
    answer->image.setColorSpace(codecs::colourSpaceFrom(answer->profile));
    return answer->image;
}

QByteArray profile(const Order &order)
{
    const Result<QByteArray> output = answerTo(order, profileAnswer({}).size() + longestProfile);
    return output ? profileFrom(*output).value_or(QByteArray()) : QByteArray();
}

} // namespace lightwell::worker
