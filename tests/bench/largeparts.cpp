// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largeparts.h"

#include "core/model/base64.h"
#include "core/storage/durablefile.h"
#include "core/storage/mediastore.h"

#include <QFile>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

double timeOfLargeParts(const QByteArray &base64, const QString &folder, int rounds)
{
    QList<double> decode;
    QList<double> hash;
    QList<double> file;
    QList<double> encode;
    for (int round = 0; round < rounds; ++round) {
        std::optional<QByteArray> bytes;
        decode << timed([&] { bytes = decodeBase64(base64); });
        if (!bytes) {
            return 0;
        }
        QString address;
        hash << timed([&] { address = MediaStore::contentAddress(*bytes); });
        const QString path = folder + u'/' + address;
        file << timed([&] { (void)writeAddressed(path, *bytes); });
        QFile::remove(path);
        encode << timed([&] {
            QByteArray text;
            appendBase64(text, *bytes);
        });
    }
    return median(decode) + median(hash) + median(file) + median(encode);
}

} // namespace lightwell::bench
