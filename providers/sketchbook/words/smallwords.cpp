// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/smallwords.h"

#include <QSet>
#include <QStringList>

namespace lightwell::sketchbook {

namespace {

QSet<QString> build()
{
    static const char *const lists[] = {
        // English
        "a an the this that these those some any each every all either other another such same own and or but nor so "
        "as if than then when while where who whom whose which what why how of in into inside at by for from with "
        "within to toward towards up down over under above below between among amid through across along around about "
        "against behind beside besides near next onto off out outside upon before after during until via per beyond "
        "beneath underneath i you he she it we they me him her us them my your his its our their is are was were be "
        "been being am do does did done have has had having can could will would shall should might must there here "
        "very really quite too also just only even more most much less least like it's that's there's don't isn't "
        "something someone thing things please make create draw paint show shows showing depict depicts depicting "
        "feature features featuring render generate want let",
        // German
        "der die das den dem des ein eine einer einem einen eines und oder aber mit im in an am aus bei beim vom von "
        "zu zum zur für durch über unter vor hinter neben zwischen gegen um nach seit bis wie als so auch nur noch "
        "sehr ist sind war waren wird werden hat haben sein seine ihr ihre ich du er sie es wir ihn ihm sich mein "
        "dein unser dieser diese dieses einige etwas",
        // French
        "le la les l un une des du de d et ou mais avec dans en sous par pour à au aux chez vers entre devant derrière "
        "ce cette ces son sa ses leur leurs mon ma mes qui que dont où est sont était il elle ils elles nous vous je "
        "tu se très plus moins comme",
        // Spanish
        "el la los las un una unos unas del al y e o u pero con en por para desde hasta sobre bajo entre ante tras "
        "que como muy más menos es son está están hay su sus mi mis tu tus se lo",
        // the picture itself, and praise
        "picture image painting drawing illustration sketch scene art artwork print poster flyer pattern design "
        "composition style view seamless repeating tileable saying says reading title text word words bild gemälde "
        "zeichnung plakat muster szene dessin peinture affiche tableau motif dibujo imagen cuadro cartel patrón "
        "beautiful pretty nice lovely good great amazing stunning gorgeous wonderful perfect masterpiece detailed "
        "highly high quality schön schöne schöner schönes beau belle bonito hermosa hermoso 4k 8k hd",
    };
    QSet<QString> words;
    for (const char *list : lists) {
        const QStringList entries = QString::fromUtf8(list).split(u' ', Qt::SkipEmptyParts);
        for (const QString &entry : entries) {
            words.insert(entry);
        }
    }
    return words;
}

} // namespace

bool isSmallWord(const QString &word)
{
    static const QSet<QString> words = build();
    return words.contains(word);
}

} // namespace lightwell::sketchbook
