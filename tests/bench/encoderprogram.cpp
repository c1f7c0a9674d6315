// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/encoderprogram.h"

#include "tests/bench/figure.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms

QStringList argumentsFor(ImageFormat format, int quality, const QString &source, const QString &target)
{
    const QString wish = QString::number(quality);
    return format == ImageFormat::Jxl ? QStringList {source, target, u"-q"_s, wish}
                                      : QStringList {u"-q"_s, wish, u"-o"_s, target, source};
}

} // namespace

EncoderProgram::EncoderProgram(const QString &folder, const QImage &picture)
    : m_source(folder + u"/source.png"_s)
    , m_folder(folder)
{
    constexpr int minPacked = 90; // Qt's quality of a PNG: 100 is not packed at all
    picture.convertToFormat(QImage::Format_RGB888).save(m_source, "PNG", minPacked);
}

QString EncoderProgram::nameFor(ImageFormat format)
{
    return format == ImageFormat::Jxl ? u"cjxl"_s : format == ImageFormat::Heif ? u"heif-enc"_s : QString();
}

EncodedPicture EncoderProgram::encode(ImageFormat format, int quality) const
{
    const QString name = nameFor(format);
    const QString program = name.isEmpty() ? QString() : QStandardPaths::findExecutable(name);
    if (program.isEmpty()) {
        return {0, {}, u"no %1 here"_s.arg(name)};
    }
    const QString target = m_folder + u"/program-output."_s + formatSuffix(format);
    QFile::remove(target);
    QProcess process;
    bool hasEnded = false;
    const double took = timed([&] {
        process.start(program, argumentsFor(format, quality, m_source, target));
        hasEnded = process.waitForFinished(patience);
    });
    if (!hasEnded) {
        process.kill();
        process.waitForFinished(patience);
    }
    QFile file(target);
    if (!hasEnded || process.exitCode() != 0 || !file.open(QIODevice::ReadOnly)) {
        return {0, {}, name + u": "_s + QString::fromUtf8(process.readAllStandardError()).simplified().left(200)};
    }
    return {took, file.readAll(), {}};
}

} // namespace lightwell::bench
