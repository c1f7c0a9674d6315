// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/examples.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Examples)
};

} // namespace

QList<Example> examples(const QString &first)
{
    return {{u"lighthouse"_s, Text::tr("Lighthouse at dusk"), first, u"sketchbook-scene"_s},
            {u"fox"_s, Text::tr("Fox in the snow"), Text::tr("A fox between birch trees in the snow, morning fog"),
             u"sketchbook-scene"_s},
            {u"tea"_s, Text::tr("Tea time, a poster"), Text::tr("A poster for “Tea time” with a cup"),
             u"sketchbook-poster"_s, true}};
}

} // namespace lightwell
