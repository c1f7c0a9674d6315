// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/mutations.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lightwell::test {

namespace {

QByteArray damaged(const QByteArray &good, QRandomGenerator &random)
{
    const auto length = static_cast<int>(good.size());
    const int at = random.bounded(length);
    const int piece = random.bounded(1, 40);
    QByteArray result = good;
    switch (random.bounded(6)) {
    case 0:
        result.truncate(at);
        break;
    case 1:
        result[at] = static_cast<char>(random.bounded(256));
        break;
    case 2:
        result.remove(at, piece);
        break;
    case 3:
        result.insert(at, good.mid(random.bounded(length), piece));
        break;
    case 4:
        result[at] = "{}[]\":,\\0n"[random.bounded(10)];
        break;
    default:
        result.replace(at, piece, QByteArray(piece, '\0'));
        break;
    }
    return result;
}

} // namespace

QList<QByteArray> mutations(const QByteArray &good, int count)
{
    QRandomGenerator random(20'251'122);
    QList<QByteArray> result;
    for (int i = 0; i < count; ++i) {
        QByteArray next = damaged(good, random);
        for (int more = random.bounded(3); more > 0 && !next.isEmpty(); --more) {
            next = damaged(next, random);
        }
        result.append(next);
    }
    return result;
}

bool hasOnlyUsableImages(const Done &done)
{
    const auto usable = [](const ProducedMedia &image) { return image.url.isValid() || sniffFormat(image.bytes); };
    return !done.media.isEmpty() && std::all_of(done.media.begin(), done.media.end(), usable);
}

} // namespace lightwell::test
