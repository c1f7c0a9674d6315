// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/vendortext.h"

#include "core/model/displaytext.h"

namespace lightwell::vendortext {

namespace {

constexpr qsizetype longestMessage = 2000;
constexpr qsizetype longestDetail = 1000;
constexpr qsizetype longestWord = 200;
constexpr qsizetype longestPrompt = 32'768;

} // namespace

Error bounded(Error error)
{
    error.message = shortened(error.message, longestMessage);
    error.reason = error.reason.shortened(longestMessage);
    error.detail = shortened(error.detail, longestDetail);
    error.code = shortened(error.code, longestWord);
    error.param = shortened(error.param, longestWord);
    return error;
}

QList<ProducedMedia> bounded(QList<ProducedMedia> images)
{
    for (ProducedMedia &image : images) {
        image.revisedPrompt = shortened(image.revisedPrompt, longestPrompt);
    }
    return images;
}

AnswerNotes bounded(AnswerNotes about)
{
    about.id = notedWord(about.id);
    about.finish = notedWord(about.finish);
    about.tier = notedWord(about.tier);
    return about;
}

} // namespace lightwell::vendortext
