// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgworker.h"

#include "core/media/mediaerrors.h"
#include "core/media/svg/svgworkermessage.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSemaphore>

#include <mutex>

namespace lightwell::svg {

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
std::chrono::milliseconds patience()
{
    const std::chrono::milliseconds asked = currentSetting().patience;
    return asked > 0ms ? asked : 20s;
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

/// Everything the program answers, or nothing when it fails, takes too long or says more than it should.
std::optional<QByteArray> answer(QProcess &process, qint64 bytes, QDeadlineTimer deadline)
{
    QByteArray received;
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        received += process.read(bytes + 1 - received.size());
        if (received.size() > bytes || deadline.hasExpired()) {
            return std::nullopt;
        }
        if (process.bytesAvailable() == 0 && !process.waitForReadyRead(int(deadline.remainingTime()))
            && process.state() != QProcess::NotRunning) {
            process.waitForFinished(int(deadline.remainingTime())); // it has closed its output
        }
    }
    const bool isGood = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return isGood ? std::optional(received) : std::nullopt;
}

void end(QProcess &process)
{
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(5000);
    }
}

} // namespace

QString workerProgram()
{
    if (const QString asked = currentSetting().program; !asked.isEmpty()) {
        return asked;
    }
    const QDir here(QCoreApplication::applicationDirPath());
    const QString beside = here.filePath(u"lightwell-svg"_s);
    const QString next = QDir::cleanPath(here.filePath(u"../bin/lightwell-svg"_s));
    return !QFileInfo(beside).isExecutable() && QFileInfo(next).isExecutable() ? next : beside;
}

void setWorkerForTests(const QString &program, std::chrono::milliseconds patience)
{
    const std::scoped_lock lock(settingLock);
    setting() = {program, patience};
}

Result<QImage> drawSvg(const SafeSvg &drawing)
{
    const QString program = workerProgram();
    const QDeadlineTimer deadline(patience());
    if (!turns().tryAcquire(1, int(2 * deadline.remainingTime()))) {
        return mediaerrors::drawingTooDear();
    }
    const QSemaphoreReleaser turn(turns());
    QProcess process;
    process.setProcessEnvironment(smallEnvironment());
    process.setWorkingDirectory(u"/"_s);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, QStringList());
    if (!process.waitForStarted()) {
        return mediaerrors::drawingProgramMissing(QDir::toNativeSeparators(program));
    }
    process.write(WorkerOrder {drawing.size, drawing.document}.toBytes());
    process.closeWriteChannel();
    const std::optional<QByteArray> bytes = answer(process, answerBytes(drawing.size), QDeadlineTimer(patience()));
    end(process);
    const QImage image = bytes ? pictureFromAnswer(*bytes, drawing.size) : QImage();
    return image.isNull() ? Result<QImage>(mediaerrors::drawingTooDear()) : Result<QImage>(image);
}

} // namespace lightwell::svg
