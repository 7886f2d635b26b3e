package se.samsyn.table;

/** The seven questions that results answer. */
public enum View {
    WHO_WE_MEET,
    WHAT_THEY_NEED,
    WHAT_THEY_GOT,
    HOW_IT_WENT,
    WHAT_THEY_THINK,
    WHO_IS_LOST,
    DATA_QUALITY
}
