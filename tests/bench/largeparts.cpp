// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largeparts.h"

#include "core/media/codec.h"
#include "core/model/base64.h"
#include "core/storage/durablefile.h"
#include "core/storage/mediastore.h"

#include <QFile>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

double timeOfLargeParts(const QByteArray &base64, const QString &folder, int rounds)
{
    QList<double> fromBase64;
    QList<double> decode;
    QList<double> hash;
    QList<double> file;
    QList<double> toBase64;
    for (int round = 0; round < rounds; ++round) {
        std::optional<QByteArray> bytes;
        fromBase64 << timed([&] { bytes = decodeBase64(base64); });
        if (!bytes) {
            return 0;
        }
        decode << timed([&] { (void)checkImage(*bytes); });
        QString address;
        hash << timed([&] { address = MediaStore::contentAddress(*bytes); });
        const QString path = folder + u'/' + address;
        file << timed([&] { (void)writeAddressed(path, *bytes); });
        QFile::remove(path);
        toBase64 << timed([&] {
            QByteArray text;
            appendBase64(text, *bytes);
        });
    }
    return median(fromBase64) + median(decode) + median(hash) + median(file) + median(toBase64);
}

} // namespace lightwell::bench
