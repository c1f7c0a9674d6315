// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/samplepaintings.h"

#include "providers/sketchbook/painting.h"

namespace lightwell::bench {

using namespace Qt::StringLiterals;

QList<test::NamedPicture> samplePaintings(int side)
{
    sketchbook::Order order;
    order.prompt = u"autumn forest with a fox by a lake at dusk"_s;
    order.size = {side, side};
    QList<test::NamedPicture> all {{u"scene"_s, sketchbook::paint(order, 11)}};
    all += test::opaquePictures({side, side});
    for (test::NamedPicture &sample : all) {
        sample.name += u" %1"_s.arg(side);
        sample.picture = sample.picture.convertToFormat(QImage::Format_RGB32);
    }
    return all;
}

} // namespace lightwell::bench
