// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// What can be wrong with a request to a text model, and how one ends. The vendor is a text: its own name.
namespace lightwell::reasons {

// Requests.
inline constexpr ReasonCode<> textBodyNoObject {"text_body_no_object"};
inline constexpr ReasonCode<FieldName> textFieldMissing {"text_field_missing"};
inline constexpr ReasonCode<FieldName> textFieldNoList {"text_field_no_list"};
inline constexpr ReasonCode<FieldName> textFieldNoSwitch {"text_field_no_switch"};
inline constexpr ReasonCode<FieldName> textFieldNoNumber {"text_field_no_number"};
inline constexpr ReasonCode<> priceAskedInBody {"price_asked_in_body"};
inline constexpr ReasonCode<> picturesFromChat {"pictures_from_chat"};
inline constexpr ReasonCode<FieldName> responsesFieldNotServed {"responses_field_not_served"};
inline constexpr ReasonCode<FieldName> responsesNotInBackground {"responses_not_in_background"};
inline constexpr ReasonCode<> responsesNotStored {"responses_not_stored"};
inline constexpr ReasonCode<QString, qint64> responseUnknown {"response_unknown"}; ///< its id, and days
inline constexpr ReasonCode<> responseAndConversation {"response_and_conversation"};
inline constexpr ReasonCode<QString> responseItemUnknown {"response_item_unknown"}; ///< its id
inline constexpr ReasonCode<QString> responseItemNotKept {"response_item_not_kept"}; ///< its id
inline constexpr ReasonCode<qint64> responseTooLong {"response_too_long"}; ///< to be kept, in bytes
inline constexpr ReasonCode<> responseIsFinished {"response_is_finished"}; ///< and asked for as a stream

// Pictures that a text model has made.
inline constexpr ReasonCode<> pictureCallUnreadable {"picture_call_unreadable"}; ///< what the model wrote
inline constexpr ReasonCode<qint64> picturesEnough {"pictures_enough"}; ///< as many as one answer may have
inline constexpr ReasonCode<> picturesCostEnough {"pictures_cost_enough"}; ///< as much as one answer may cost
inline constexpr ReasonCode<> noPictureToChange {"no_picture_to_change"};
inline constexpr ReasonCode<> pictureToolOnePicture {"picture_tool_one_picture"};
inline constexpr ReasonCode<> pictureToolTwice {"picture_tool_twice"};
inline constexpr ReasonCode<QString> pictureToolNameTaken {"picture_tool_name_taken"}; ///< a function's name
inline constexpr ReasonCode<FieldName> pictureToolFilesNotKept {"picture_tool_files_not_kept"};
inline constexpr ReasonCode<FieldName> pictureToolWordUnknown {"picture_tool_word_unknown"};
inline constexpr ReasonCode<qint64> pictureToolMost {"picture_tool_most"}; ///< what max_tool_calls may be at most
inline constexpr ReasonCode<> pictureToolNoSettings {"picture_tool_no_settings"}; ///< "parameters" are no object
inline constexpr ReasonCode<> pictureToolOneAnswer {"picture_tool_one_answer"}; ///< `n` of a chat
inline constexpr ReasonCode<qint64> pictureToolStop {"picture_tool_stop"}; ///< the most steps
inline constexpr ReasonCode<> pictureToolNoPrompt {"picture_tool_no_prompt"};

// Models.
inline constexpr ReasonCode<> textModelBadlyNamed {"text_model_badly_named"};
inline constexpr ReasonCode<QString> textModelUnknown {"text_model_unknown"};
inline constexpr ReasonCode<QString> modelMakesPictures {"model_makes_pictures"};
inline constexpr ReasonCode<QString> chatNotServed {"chat_not_served"}; ///< a model
inline constexpr ReasonCode<QString> responsesNotServed {"responses_not_served"};
inline constexpr ReasonCode<QString> embeddingsNotServed {"embeddings_not_served"};
inline constexpr ReasonCode<QString, QString> textVariantNotServed {"text_variant_not_served"}; ///< and its ending

// Answers.
inline constexpr ReasonCode<QString> textFailed {"text_failed"};
inline constexpr ReasonCode<QString> textFailedForFree {"text_failed_for_free"};
inline constexpr ReasonCode<QString> noTextInAnswer {"no_text_in_answer"};
inline constexpr ReasonCode<QString> textCutOff {"text_cut_off"};
inline constexpr ReasonCode<QString> textCutOffHere {"text_cut_off_here"}; ///< by whoever asked

// Answers of an earlier run that are asked for once more, and why the words are not there.
inline constexpr ReasonCode<Reason> textNotKept {"text_not_kept"}; ///< of a call that was paid
inline constexpr ReasonCode<Reason> talkNotKept {"talk_not_kept"}; ///< of one in steps, of which the first was paid
inline constexpr ReasonCode<> wordsOnlyInMemory {"words_only_in_memory"}; ///< those of a chat with pictures
inline constexpr ReasonCode<> wordsNeedSwitch {"words_need_switch"};
inline constexpr ReasonCode<> wordsUnwished {"words_unwished"}; ///< the call itself asked for that
inline constexpr ReasonCode<> wordsGone {"words_gone"};

} // namespace lightwell::reasons
