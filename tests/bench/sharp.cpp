// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sharp.h"

#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms

bool writePixels(const QString &path, const QImage &picture)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    for (int y = 0; y < rgb.height(); ++y) {
        file.write(reinterpret_cast<const char *>(rgb.constScanLine(y)), qint64(3) * rgb.width());
    }
    return file.flush();
}

} // namespace

Sharp::Sharp(const Setup &setup, const QImage &picture)
    : m_folder(setup.folder)
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (setup.nodeModules.isEmpty() || node.isEmpty()) {
        m_complaint =
            node.isEmpty() ? u"no node here to run sharp"_s : u"no sharp: name its folder with --node-modules"_s;
        return;
    }
    const QString pixels = m_folder + u"/pixels.rgb"_s;
    if (!writePixels(pixels, picture)) {
        m_complaint = pixels + u" cannot be written"_s;
        return;
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(node,
                    {QStringLiteral(LIGHTWELL_SHARP_SCRIPT), setup.nodeModules, pixels,
                     QString::number(picture.width()), QString::number(picture.height())});
    const QJsonObject hello = readLine();
    m_version = hello.value("sharp"_L1).toString();
    if (m_version.isEmpty()) {
        m_complaint = u"no sharp: "_s + hello.value("error"_L1).toString(u"node did not answer"_s);
    }
}

Sharp::~Sharp()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
    }
    m_process.waitForFinished(patience);
}

QJsonObject Sharp::readLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience)) {
            return {{u"error"_s, u"node did not answer"_s}};
        }
    }
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

EncodedPicture Sharp::encode(ImageFormat format, int quality, int rounds)
{
    if (!isThere()) {
        return {0, {}, m_complaint};
    }
    const QString path = m_folder + u"/sharp-output"_s;
    const QJsonObject order {
        {u"format"_s, formatName(format)}, {u"quality"_s, quality}, {u"rounds"_s, rounds}, {u"file"_s, path}};
    m_process.write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    const QJsonObject answer = readLine();
    if (answer.contains("error"_L1)) {
        return {0, {}, answer.value("error"_L1).toString()};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {0, {}, file.errorString()};
    }
    return {answer.value("ms"_L1).toDouble(), file.readAll(), {}};
}

} // namespace lightwell::bench
